import type { DueScope, ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { CertificateId, EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { Position } from '../../domain/ports/event-store'
import type { ErasedScope } from '../certificates/certificate-statement'
import type { DueTime } from './due-time'

/** When a scope is due, and the event that says so. */
export interface DeletionClock {
  readonly due: DueTime
  readonly trigger: EventId
  /** The position of the trigger in the log of the scope; empty for an end with the closing of a month of *persons*. */
  readonly position: Position
  /**
   * Since when the log says so: the day (in *persons*: the month) of recording. When it replaces an end that had made the
   * scope due already, the day or month on which that one did. Lateness does not count from before.
   */
  readonly knownSince: string
}

export interface ScopeNamed {
  readonly _tag: 'ScopeNamed'
  readonly scope: ScopeId
  readonly class: ScopeClass
  readonly log: LogName
  readonly stream: StreamName
  /** The event that names it first. */
  readonly first: EventId
}

/** An event ended the scope; the earliest end counts. */
export interface ClockStarted {
  readonly _tag: 'ClockStarted'
  readonly scope: ScopeId
  readonly clock: DeletionClock
}

/** An event set the latest end of the scope; the last such event counts. */
export interface LatestEndSet {
  readonly _tag: 'LatestEndSet'
  readonly scope: ScopeId
  readonly clock: DeletionClock
}

/** A run declared these scopes due. When it is accepted, they answer `Erased` from here on. */
export interface RunDeclared {
  readonly _tag: 'RunDeclared'
  readonly run: RunId
  readonly log: LogName
  readonly stream: StreamName
  readonly revision: number
  readonly position: Position
  /** The day (in *persons*: the month) of the declaration. */
  readonly recorded: string
  readonly reason: ErasureDue['open']['reason']
  readonly scopes: ReadonlyArray<DueScope>
}

export interface RunCertified {
  readonly _tag: 'RunCertified'
  readonly run: RunId
  readonly log: LogName
  readonly position: Position
  readonly certificate: CertificateId
  /** What the certificate states, when its signature and its form are right. Verified when it is called. */
  readonly verifiedScopes: () => ReadonlyArray<ErasedScope> | undefined
}

/** The key of a scope was lost by accident. */
export interface KeyLost {
  readonly _tag: 'KeyLost'
  readonly scope: ScopeId
}

/** A day or a month was closed in a log. */
export interface PeriodClosedChange {
  readonly _tag: 'Closed'
  readonly log: LogName
  readonly by: 'day' | 'month'
  readonly on: string
  readonly position: Position
}

/** A change that an event makes to the schedule. */
export type ScheduleChange =
  ScopeNamed | ClockStarted | LatestEndSet | RunDeclared | RunCertified | KeyLost | PeriodClosedChange
