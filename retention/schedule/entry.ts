import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { CertificateId, EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { Position } from '../../domain/ports/event-store'
import type { Due } from './due'

/** When a scope is due, and the event that says so. */
export interface ScopeClock {
  readonly due: Due
  readonly trigger: EventId
  /** The position of the trigger in the log of the scope. */
  readonly position: Position
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

/** Something ended the scope; the earliest end counts. */
export interface ClockStarted {
  readonly _tag: 'ClockStarted'
  readonly scope: ScopeId
  readonly clock: ScopeClock
}

/** The end that silence leads to; the latest word counts. */
export interface LatestEndSet {
  readonly _tag: 'LatestEndSet'
  readonly scope: ScopeId
  readonly clock: ScopeClock
}

/** A run has declared these scopes due in the log: they are forgotten from here on. */
export interface RunDeclared {
  readonly _tag: 'RunDeclared'
  readonly run: RunId
  readonly log: LogName
  readonly position: Position
  /** The day, in persons the month, on which it was declared. */
  readonly recorded: string
  readonly scopes: ReadonlyArray<DueScope>
}

export interface RunCertified {
  readonly _tag: 'RunCertified'
  readonly run: RunId
  readonly certificate: CertificateId
}

/** A day or a month is over in a log. */
export interface Closed {
  readonly _tag: 'Closed'
  readonly log: LogName
  readonly by: 'day' | 'month'
  readonly on: string
  readonly position: Position
}

/** What an event changes in the schedule. */
export type ScheduleEntry = ScopeNamed | ClockStarted | LatestEndSet | RunDeclared | RunCertified | Closed
