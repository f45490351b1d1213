import type { TaskEither } from 'fp-ts/TaskEither'
import type { Desk } from '../command-handling/handle'
import type { Trouble } from '../command-handling/handling-error'
import type { Day } from '../values/day'
import type { IdempotencyId, StatisticsId } from '../values/ids'
import type { Month } from '../values/month'
import type { Policy } from '../policy/policy'
import type { StoreUnavailable } from '../ports/event-store'
import type { Gate } from '../ports/gate'
import type { LookUp } from '../ports/look-up'

/** A day that commands have named, and the scope under which they are known again. */
export interface KnownDay {
  readonly day: Day
  readonly idempotency: IdempotencyId
}

/** The scopes of the calendar, each opened when it is first asked for. */
export interface CalendarScopes {
  readonly idempotencyOf: (day: Day) => TaskEither<Trouble, IdempotencyId>
  /** Those of the 14 days before a day that are opened, the newest first. Opens none. */
  readonly openedBefore: (day: Day) => TaskEither<Trouble, ReadonlyArray<KnownDay>>
  readonly statisticsOf: (month: Month) => TaskEither<Trouble, StatisticsId>
}

/** A library at work: all that an act needs. */
export interface Library {
  readonly desk: Desk
  readonly policy: Policy
  readonly gate: Gate
  /**
   * Runs one registration with a given number, or one command with a given idempotency key, at a time; number and key
   * stay in memory. Like the gate it may not answer: then the thing is not run.
   */
  readonly registrationGate: (number: string) => <E, A>(thing: TaskEither<E, A>) => TaskEither<E | StoreUnavailable, A>
  readonly lookUp: LookUp
  readonly scopes: CalendarScopes
  /** Waits until every reactor has passed the log's end as it is when asked. */
  readonly reactionsDone: TaskEither<Trouble, void>
}
