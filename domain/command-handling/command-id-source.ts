import type { StreamAddress } from '../event/stream'
import type { Day } from '../values/day'
import type { EventId } from '../values/ids'

/**
 * Where a repeatable command comes from: a caller's idempotency key, a row of an import, or the event that a reaction
 * follows. The same cause gives the same ids each time the command is run.
 */
export interface CommandIdSource {
  /** Derives the id of one step. The same cause and step give the same UUID. */
  readonly idFor: (step: string) => string
  /** The command recorded nothing before this day. */
  readonly since: Day
}

/** The ids of the events that a command appends to one stream, derived from its cause, by index from 0. */
export const derivedEventIds =
  ({ stream }: StreamAddress) =>
  ({ idFor }: CommandIdSource) =>
  (index: number): EventId =>
    idFor(`${stream}/${String(index)}`) as EventId
