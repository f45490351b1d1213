import type { LogName, StreamName } from '../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../domain/values/ids'
import type { Position } from '../../domain/ports/event-store'
import type { Due } from './due'
import type { Closed, ScheduleEntry } from './entry'
import type { ScheduledScope } from './scheduled-scope'

/** Up to when something counts as due, inclusive. Undefined: nothing of that kind. */
export interface Limits {
  readonly atOnce: string | undefined
  readonly day: string | undefined
  readonly month: string | undefined
}

/** A run that is declared in the log and has no certificate yet. */
export interface UnfinishedRun {
  readonly run: RunId
  readonly log: LogName
  /** The position of its `ErasureDue`. */
  readonly position: Position
  /** The day, in persons the month, on which it was declared. */
  readonly recorded: string
}

/** How many scopes fall due on one day or with one month, erased ones included. */
export interface DueCount {
  readonly due: Due
  readonly scopes: number
}

/**
 * What is due when, folded from open parts. It can be thrown away and folded anew. It is local to a process and
 * answers at once; a file that cannot be read or written is thrown as the driver throws it.
 */
export interface Schedule {
  /** How far it has come in a log. */
  readonly position: (log: LogName) => Position | undefined
  /**
   * Takes what events have changed, together with the position of the last of them, all or nothing. It is answered by
   * at once, and kept with the next commit; after a crash it is only taken again.
   */
  readonly apply: (log: LogName, position: Position, entries: ReadonlyArray<ScheduleEntry>) => void
  /** Keeps what was taken. When the file cannot be written that is undone, the position with it, to be taken again. */
  readonly commit: () => void
  /** Whether the log says `ErasureDue` for this scope. Asked whenever a key is fetched. */
  readonly ended: (scope: ScopeId) => boolean
  /** The scope's own certificate, once there is one. */
  readonly certificateOf: (scope: ScopeId) => CertificateId | undefined
  /** How many scopes have a certificate. */
  readonly erasedInAll: () => number
  /** Whether any event names the scope, erased or not. */
  readonly knows: (scope: ScopeId) => boolean
  /** A scope without a certificate. */
  readonly find: (scope: ScopeId) => ScheduledScope | undefined
  /** Scopes of a log without a certificate that are due within limits; those of unfinished runs too. By scope id. */
  readonly due: (log: LogName, limits: Limits) => ReadonlyArray<ScheduledScope>
  /** Scopes first named in a stream and not declared due. By scope id. */
  readonly livingIn: (log: LogName, stream: StreamName) => ReadonlyArray<ScheduledScope>
  /** By run id. */
  readonly unfinished: () => ReadonlyArray<UnfinishedRun>
  /** The scopes of an unfinished run, by scope id. */
  readonly scopesOf: (run: RunId) => ReadonlyArray<ScheduledScope>
  /** The last closing of a day or a month in a log. */
  readonly closed: (log: LogName, by: 'day' | 'month') => Closed | undefined
  /** What falls due with each day and month from the one given on, up to the limits. */
  readonly counts: (log: LogName, from: string, limits: Limits) => ReadonlyArray<DueCount>
  /** All that is named and has no certificate, at most so many after a scope id. By scope id. */
  readonly living: (after: ScopeId | undefined, limit: number) => ReadonlyArray<ScheduledScope>
  /** Commits, and closes the file. */
  readonly close: () => void
  /** Closes the file as the last commit left it. */
  readonly closeWithoutCommit: () => void
}

export const isWithin =
  (limits: Limits) =>
  (due: Due): boolean => {
    const last = due.by === 'at once' ? limits.atOnce : limits[due.by]
    return last !== undefined && due.on <= last
  }
