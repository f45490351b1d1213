import type { DueScope } from './certificate'
import type { DeletionClockStart } from './deletion-rules'
import { erasureDueTimeAfter, type DeletionClock, type DueLimits } from './due-time'
import type { DeclaredRun, ErasureRunRefusal } from './erasure-run-refusal'
import type { LogName } from './exported-event'
import { dateOfClock, idIn, type OpenPartOfEvent } from './open-part-of-event'
import { deletionClocksOfScope, withDeletionClock, type Scope } from './scope'

/** A declared scope that the log does not make due by the event named, or that no other event names. */
export interface UnexplainedDeclaration extends DueScope {
  readonly log: LogName
  readonly problem: 'declaredNotDue' | 'declaredUnnamed'
}

interface RefusedErasureRun extends DeclaredRun {
  readonly reason: ErasureRunRefusal
}

/** A run that is accepted, with the scopes that no earlier run has declared. One without a certificate is not finished. */
interface AcceptedRun extends Pick<DeclaredRun, 'log' | 'recorded'> {
  readonly scopes: ReadonlyArray<string>
  isFinished: boolean
}

/** What both logs say of every scope, while they are folded. */
export interface ScopeFoldState {
  /** Named, and without a certificate. */
  readonly scopes: Map<string, Scope>
  /** With a certificate: the class by scope. */
  readonly erased: Map<string, string>
  /** An event says that their key was lost by accident. */
  readonly lost: Set<string>
  /** Accepted runs by id. */
  readonly runs: Map<string, AcceptedRun>
  readonly refusedRuns: RefusedErasureRun[]
  readonly unexplained: UnexplainedDeclaration[]
  /** The borrower of each stream. */
  readonly borrowers: Map<string, string>
  readonly lastClosings: Record<LogName, { day: string | undefined; month: string | undefined }>
}

export const emptyScopeFoldState = (): ScopeFoldState => ({
  scopes: new Map(),
  erased: new Map(),
  lost: new Set(),
  runs: new Map(),
  refusedRuns: [],
  unexplained: [],
  borrowers: new Map(),
  lastClosings: {
    circulation: { day: undefined, month: undefined },
    persons: { day: undefined, month: undefined },
  },
})

/** The clocks of a scope; in the stream of a borrower also those of the borrower. */
export const allClocksOf = ({ scopes, borrowers }: ScopeFoldState, scope: Scope): ReadonlyArray<DeletionClock> => {
  const isOfBorrower = scope.log === 'persons' && scope.class !== 'borrower'
  const borrower = isOfBorrower ? scopes.get(borrowers.get(scope.stream) ?? '') : undefined
  return borrower === undefined
    ? deletionClocksOfScope(scope)
    : [...deletionClocksOfScope(scope), ...deletionClocksOfScope(borrower)]
}

/** What a log has made due: all that is due at once, and what its closings have made due. */
export const erasableDueLimits = ({ lastClosings }: ScopeFoldState, log: LogName): DueLimits => ({
  'at once': '9999',
  ...lastClosings[log],
})

/** Records a scope that an event names, when it is the first to do so. */
export const nameScope = (state: ScopeFoldState, log: LogName, stream: string, scope: string, name: string): void => {
  if (name === 'borrower') state.borrowers.set(stream, scope)
  if (state.scopes.has(scope) || state.erased.has(scope)) return
  state.scopes.set(scope, { scope, class: name, log, stream, clock: undefined, latestClock: undefined, run: undefined })
}

/** Starts the clock that an event starts. Answers whether the event has the date that the rule asks for. */
export const startClock = (
  state: ScopeFoldState,
  part: OpenPartOfEvent,
  start: DeletionClockStart,
  member: 'clock' | 'latestClock',
): boolean => {
  const id = idIn(part, start.scope)
  if (id === undefined) return true
  const from = dateOfClock(part, start)
  if (from === undefined) return false
  const scope = state.scopes.get(id)
  if (scope === undefined || scope.run !== undefined) return true
  const { id: trigger, recorded } = part.event
  state.scopes.set(
    id,
    withDeletionClock(scope, member, { due: erasureDueTimeAfter(start.after, from), trigger, knownSince: recorded }),
  )
  return true
}
