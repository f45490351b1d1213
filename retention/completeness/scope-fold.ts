import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import { applyScheduleChange, type ScheduleRowStore } from '../schedule/apply-schedule-change'
import { erasableDueLimits } from '../schedule/due-limits'
import { isErasureDueWithinLimits } from '../schedule/schedule'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import type { RefusedErasureRun } from '../schedule/erasure-run-refusal'
import type { DeletionClock, PeriodClosedChange } from '../schedule/schedule-change'
import { scheduleChangesOfEvent, type CertifiedScopeVerification } from '../schedule/schedule-changes-of-event'
import { deletionClocksOfScope, type ScheduledScope } from '../schedule/scheduled-scope'
import { createAttestedEndCounter, type AttestedScopeEndCount } from './attested-scope-end-count'

/** A declaration that the log itself does not explain: its scope was not due, or no event names it. */
interface UnexplainedDeclaration {
  readonly problem: 'declaredNotDue' | 'declaredUnnamed'
  readonly scope: ScopeId
  readonly class: ScopeClass
  readonly log: LogName
  /** The event that the declaration names as the start of the deletion clock. */
  readonly trigger: EventId
}

/** A run that is declared and has no certificate. */
interface DeclaredRun {
  readonly log: LogName
  /** The day (in *persons*: the month) of the declaration. */
  readonly recorded: string
  readonly scopes: ScopeId[]
}

/**
 * What both logs say of every scope, folded from open parts alone, by the rules that the retention worker uses. Unlike the
 * schedule it still knows the class of an erased scope.
 */
export interface ScopeFold {
  /** Applies an event. Events of one log must come in the order of that log. */
  readonly apply: (event: OpenPartOfEvent) => void
  /** The named scopes without a certificate. */
  readonly scopes: ReadonlyMap<ScopeId, ScheduledScope>
  /** The scopes with a certificate, by class. */
  readonly erased: ReadonlyMap<ScopeId, ScopeClass>
  /** The scopes of which an event says that their key was lost by accident. */
  readonly recordedLosses: ReadonlySet<ScopeId>
  readonly unfinishedRuns: ReadonlyMap<RunId, DeclaredRun>
  /** The scopes of refused declarations that the log does not explain, also when a certificate proves them. */
  readonly unexplained: ReadonlyArray<UnexplainedDeclaration>
  readonly attestedEnds: () => ReadonlyArray<AttestedScopeEndCount>
  /** The clocks of a scope: its own and, in the stream of a borrower, that of the borrower. */
  readonly clocksOf: (scope: ScheduledScope) => ReadonlyArray<DeletionClock>
}

interface FoldState {
  readonly scopes: Map<ScopeId, ScheduledScope>
  readonly erased: Map<ScopeId, ScopeClass>
  readonly lost: Set<ScopeId>
  readonly runs: Map<RunId, DeclaredRun>
  readonly borrowers: Map<StreamName, ScopeId>
  /** The accepted runs, also those with a certificate. */
  readonly accepted: Map<RunId, AcceptedRun>
  readonly refused: Map<string, RefusedErasureRun>
  readonly closings: Map<string, PeriodClosedChange>
  readonly unexplained: UnexplainedDeclaration[]
}

type AcceptedRun = NonNullable<ReturnType<ScheduleRowStore['findRun']>>

const newState = (): FoldState => ({
  scopes: new Map(),
  erased: new Map(),
  lost: new Set(),
  runs: new Map(),
  borrowers: new Map(),
  accepted: new Map(),
  refused: new Map(),
  closings: new Map(),
  unexplained: [],
})

const allClocksOf =
  ({ scopes, borrowers }: FoldState) =>
  (row: ScheduledScope): ReadonlyArray<DeletionClock> => {
    const borrower = row.log === 'persons' && row.class !== 'borrower' ? borrowers.get(row.stream) : undefined
    const parent = borrower === undefined ? undefined : scopes.get(borrower)
    return parent === undefined
      ? deletionClocksOfScope(row)
      : [...deletionClocksOfScope(row), ...deletionClocksOfScope(parent)]
  }

/** The declared scopes of a refused run that are unknown or not due; all of them when each is due by itself. */
const unexplainedOf = (
  state: FoldState,
  lastClosing: ScheduleRowStore['lastClosing'],
  { log, declared: { scopes } }: RefusedErasureRun,
): ReadonlyArray<UnexplainedDeclaration> => {
  const isDue = isErasureDueWithinLimits(erasableDueLimits({ lastClosing }, log))
  const explain = ({ scope, class: name, trigger }: DueScope): ReadonlyArray<UnexplainedDeclaration> => {
    const row = state.scopes.get(scope)
    if (row?.run !== undefined || state.erased.has(scope)) return []
    const declared = { scope, class: name, log, trigger }
    if (row === undefined) return [{ problem: 'declaredUnnamed', ...declared }]
    const isExplained = allClocksOf(state)(row).some((clock) => clock.trigger === trigger && isDue(clock.due))
    return isExplained ? [] : [{ problem: 'declaredNotDue', ...declared }]
  }
  const found = scopes.flatMap(explain)
  const notDue = ({ scope, class: name, trigger }: DueScope): UnexplainedDeclaration => ({
    problem: 'declaredNotDue',
    ...{ scope, class: name, log, trigger },
  })
  return found.length > 0 ? found : scopes.map(notDue)
}

const rowsOf = (state: FoldState): ScheduleRowStore => {
  const { scopes, erased, runs, accepted, refused, closings } = state
  const lastClosing: ScheduleRowStore['lastClosing'] = (log, by) => closings.get(`${log} ${by}`)
  return {
    get: (scope) => scopes.get(scope),
    put: (row) => {
      const isDeclaredNow = row.run !== undefined && scopes.get(row.scope)?.run === undefined
      scopes.set(row.scope, row)
      if (isDeclaredNow) runs.get(row.run)?.scopes.push(row.scope)
    },
    isErased: (scope) => erased.has(scope),
    beginRun: ({ run, log, position, recorded }) => {
      accepted.set(run, { log, position })
      runs.set(run, { log, recorded, scopes: [] })
    },
    findRun: (run) => accepted.get(run),
    certifyRun: (run) => {
      for (const scope of runs.get(run)?.scopes ?? []) {
        const row = scopes.get(scope)
        if (row?.run !== run) continue
        erased.set(scope, row.class)
        scopes.delete(scope)
      }
      runs.delete(run)
    },
    putLost: (scope) => void state.lost.add(scope),
    putClosing: (closed) => void closings.set(`${closed.log} ${closed.by}`, closed),
    lastClosing,
    putRefusedRun: (run) => {
      if (run.certifiedAt === undefined) state.unexplained.push(...unexplainedOf(state, lastClosing, run))
      refused.set(`${run.log} ${run.position}`, run)
    },
    findRefusedRun: (log, run) =>
      [...refused.values()].find((each) => each.log === log && each.run === run && each.certifiedAt === undefined),
  }
}

/** Folds the open parts of both logs. */
export const createScopeFold = (classes: DeletionClasses, checks: CertifiedScopeVerification): ScopeFold => {
  const state = newState()
  const applyChange = applyScheduleChange(rowsOf(state))
  const changesOf = scheduleChangesOfEvent(classes, checks)
  const attested = createAttestedEndCounter(classes)
  return {
    apply: (event) => {
      attested.count(event)
      for (const change of changesOf(event)) {
        if (change._tag === 'ScopeNamed' && change.class === 'borrower')
          state.borrowers.set(change.stream, change.scope)
        applyChange(change)
      }
    },
    scopes: state.scopes,
    erased: state.erased,
    recordedLosses: state.lost,
    unfinishedRuns: state.runs,
    unexplained: state.unexplained,
    attestedEnds: attested.ends,
    clocksOf: allClocksOf(state),
  }
}
