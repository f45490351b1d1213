import type { Day } from '../language/day'

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
