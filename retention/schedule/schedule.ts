import type { Task } from 'fp-ts/Task'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../domain/values/ids'
import type { Position } from '../../domain/ports/event-store'
import type { DueTime } from './due-time'
import type { PeriodClosedChange, ScheduleChange } from './schedule-change'
import type { RefusedErasureRun } from './erasure-run-refusal'
import type { ScheduledScope } from './scheduled-scope'

/** Up to which date scopes count as due, inclusive, for each kind of due time. Undefined: none of that kind. */
export interface DueLimits {
  readonly atOnce: string | undefined
  readonly day: string | undefined
  readonly month: string | undefined
}

/** A run that is declared in the log and has no certificate yet. */
export interface UnfinishedErasureRun {
  readonly run: RunId
  readonly log: LogName
  /** The position of its `ErasureDue`. */
  readonly position: Position
  /** The day (in *persons*: the month) of the declaration. */
  readonly recorded: string
}

/** How many scopes fall due on one day or with one month, erased ones included. */
export interface ScopeCountByDueTime {
  readonly due: DueTime
  readonly scopes: number
}

/**
 * When each scope is due, folded from open parts. It is disposable: it can be folded again from the logs. It is local to
 * a process and synchronous; when its file cannot be read or written, it throws the error of the driver.
 */
export interface Schedule {
  /** The position that it has folded up to in a log. */
  readonly position: (log: LogName) => Position | undefined
  /**
   * Applies the changes of events, and the position of the last event, all or none. Later calls see them at once. They
   * are durable with the next commit; after a crash they are applied again.
   */
  readonly apply: (log: LogName, position: Position, changes: ReadonlyArray<ScheduleChange>) => void
  /** Makes the applied changes durable. When the file cannot be written, they are undone together with the position. */
  readonly commit: () => void
  /** Resolves when changes can be applied without waiting for the disk. */
  readonly settled: Task<void>
  /** Whether an accepted `ErasureDue` declares this scope due. Called whenever a key is used. */
  readonly isEnded: (scope: ScopeId) => boolean
  /** Whether the log says that the key of this scope was lost by accident. */
  readonly isLost: (scope: ScopeId) => boolean
  /** The certificate of the scope; undefined until it has one. */
  readonly certificateOf: (scope: ScopeId) => CertificateId | undefined
  /** How many scopes have a certificate. */
  readonly countErased: () => number
  /** Whether any event names the scope, erased or not. */
  readonly isNamed: (scope: ScopeId) => boolean
  /** The row of a scope that has no certificate. */
  readonly findScope: (scope: ScopeId) => ScheduledScope | undefined
  /** The scopes of a log that are due within limits and have no certificate, also those of unfinished runs. By scope id. */
  readonly dueScopes: (log: LogName, limits: DueLimits) => ReadonlyArray<ScheduledScope>
  /** The scopes that are first named in a stream and not declared due. By scope id. */
  readonly livingScopesIn: (log: LogName, stream: StreamName) => ReadonlyArray<ScheduledScope>
  /** By run id. */
  readonly unfinishedRuns: () => ReadonlyArray<UnfinishedErasureRun>
  /** Every refused run, also those that a certificate has proved since. By log and position. */
  readonly refusedRuns: () => ReadonlyArray<RefusedErasureRun>
  /** The scopes of an unfinished run, by scope id. */
  readonly scopesOfRun: (run: RunId) => ReadonlyArray<ScheduledScope>
  /** The last closing of a day or a month in a log. */
  readonly lastClosing: (log: LogName, by: 'day' | 'month') => PeriodClosedChange | undefined
  /** How many scopes each day and month makes due, from the given date up to the limits. */
  readonly dueCounts: (log: LogName, from: string, limits: DueLimits) => ReadonlyArray<ScopeCountByDueTime>
  /** The named scopes without a certificate, at most `limit` after a scope id. By scope id. */
  readonly livingScopes: (after: ScopeId | undefined, limit: number) => ReadonlyArray<ScheduledScope>
  /** Commits, and closes the file. */
  readonly close: () => void
}

export const isErasureDueWithinLimits =
  (limits: DueLimits) =>
  (due: DueTime): boolean => {
    const last = due.by === 'at once' ? limits.atOnce : limits[due.by]
    return last !== undefined && due.on <= last
  }
