import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import { applyScheduleChange, type ScheduleRows } from '../schedule/apply-schedule-change'
import { firstErasableOn } from '../schedule/first-erasable-on'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import type { DeletionClock, PeriodClosed, RunDeclared, ScheduleChange } from '../schedule/schedule-change'
import { scheduleChangesOfEvent } from '../schedule/schedule-changes-of-event'
import { clocksOf, type ScheduledScope } from '../schedule/scheduled-scope'
import { createAttestedEndCounter, type AttestedEnds } from './attested-ends'

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
  readonly scopes: ReadonlyArray<ScopeId>
}

/**
 * What both logs say of every scope, folded from open parts alone, by the rules that the retention worker uses. Unlike the
 * schedule it still knows the class of an erased scope, and it judges every declaration.
 */
export interface ScopeFold {
  /** Applies an event. Events of one log must come in the order of that log. */
  readonly apply: (event: OpenPartOfEvent) => void
  /** The named scopes without a certificate. */
  readonly scopes: ReadonlyMap<ScopeId, ScheduledScope>
  /** The scopes with a certificate, by class. */
  readonly erased: ReadonlyMap<ScopeId, ScopeClass>
  readonly unfinishedRuns: ReadonlyMap<RunId, DeclaredRun>
  readonly unexplained: ReadonlyArray<UnexplainedDeclaration>
  readonly attestedEnds: () => ReadonlyArray<AttestedEnds>
  /** The clocks of a scope: its own and, in the stream of a borrower, that of the borrower. */
  readonly clocksOf: (scope: ScheduledScope) => ReadonlyArray<DeletionClock>
}

interface FoldState {
  readonly scopes: Map<ScopeId, ScheduledScope>
  readonly erased: Map<ScopeId, ScopeClass>
  readonly runs: Map<RunId, DeclaredRun>
  readonly borrowers: Map<StreamName, ScopeId>
}

const rowsOf = ({ scopes, erased, runs }: FoldState): ScheduleRows => ({
  get: (scope) => scopes.get(scope),
  put: (row) => void scopes.set(row.scope, row),
  isErased: (scope) => erased.has(scope),
  beginRun: () => undefined,
  certifyRun: (run) => {
    for (const scope of runs.get(run)?.scopes ?? []) {
      const row = scopes.get(scope)
      if (row?.run !== run) continue
      erased.set(scope, row.class)
      scopes.delete(scope)
    }
    runs.delete(run)
  },
  putClosing: (_closed: PeriodClosed) => undefined,
})

const allClocksOf =
  ({ scopes, borrowers }: FoldState) =>
  (row: ScheduledScope): ReadonlyArray<DeletionClock> => {
    const borrower = row.log === 'persons' && row.class !== 'borrower' ? borrowers.get(row.stream) : undefined
    const parent = borrower === undefined ? undefined : scopes.get(borrower)
    return parent === undefined ? clocksOf(row) : [...clocksOf(row), ...clocksOf(parent)]
  }

/** A declared scope was due when one of its clocks names the same event and had run out by then. */
const judgeDeclaration =
  (state: FoldState, { log, recorded }: RunDeclared) =>
  ({ scope, class: name, trigger }: DueScope): ReadonlyArray<UnexplainedDeclaration> => {
    const row = state.scopes.get(scope)
    if (row?.run !== undefined || state.erased.has(scope)) return []
    const declared = { scope, class: name, log, trigger }
    if (row === undefined) return [{ problem: 'declaredUnnamed', ...declared }]
    const isDue = allClocksOf(state)(row).some(
      (clock) => clock.trigger === trigger && firstErasableOn(clock) <= recorded,
    )
    return isDue ? [] : [{ problem: 'declaredNotDue', ...declared }]
  }

/** Folds the open parts of both logs. */
export const createScopeFold = (classes: DeletionClasses): ScopeFold => {
  const state: FoldState = { scopes: new Map(), erased: new Map(), runs: new Map(), borrowers: new Map() }
  const unexplained: UnexplainedDeclaration[] = []
  const applyChange = applyScheduleChange(rowsOf(state))
  const changesOf = scheduleChangesOfEvent(classes)
  const attested = createAttestedEndCounter(classes)
  const prepare = (change: ScheduleChange): void => {
    if (change._tag === 'ScopeNamed' && change.class === 'borrower') state.borrowers.set(change.stream, change.scope)
    if (change._tag !== 'RunDeclared') return
    const { run, log, recorded, scopes } = change
    unexplained.push(...scopes.flatMap(judgeDeclaration(state, change)))
    state.runs.set(run, { log, recorded, scopes: scopes.map(({ scope }) => scope) })
  }
  return {
    apply: (event) => {
      attested.count(event)
      for (const change of changesOf(event)) {
        prepare(change)
        applyChange(change)
      }
    },
    scopes: state.scopes,
    erased: state.erased,
    unfinishedRuns: state.runs,
    unexplained,
    attestedEnds: attested.ends,
    clocksOf: allClocksOf(state),
  }
}
