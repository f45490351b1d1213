import type { Address } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'

/**
 * What a command comes from, when its ids must come out the same when it comes again: a caller's idempotency key, a
 * row of an import, or the event that a reaction answers.
 */
export interface Cause {
  /** Derives an id for a step of what follows; the same cause and step give the same UUID. */
  readonly idFor: (step: string) => string
  /** Nothing of this command was recorded before this day. */
  readonly since: Day
}

/** The ids of the events that a command makes in a stream because of its cause, counted from 0. */
export const eventIdsIn =
  ({ stream }: Address) =>
  ({ idFor }: Cause) =>
  (index: number): EventId =>
    idFor(`${stream}/${String(index)}`) as EventId
