import type { Decider } from '../event/decider'
import type { AnyEvent } from '../event/define-event'
import { streamNameOf, type StreamAddress, type StreamCategory, type LogName } from '../event/stream'

/** A decider with the log and the stream category of its events. */
export interface Aggregate<Command, State, Event extends AnyEvent, Refusal> extends Decider<
  Command,
  State,
  Event,
  Refusal
> {
  readonly log: LogName
  readonly category: StreamCategory
  /**
   * Event types after which the state follows from that event, the later ones and the first event of the stream alone.
   * Loading then reads no other events, however long the stream is.
   */
  readonly restartsAt?: ReadonlySet<Event['type']>
  /** The type of the event that begins the state. A stream with other events before it is read whole. */
  readonly beginsAt?: Event['type']
}

/** The stream of one aggregate, by its id. */
export const streamAddressOfAggregate =
  (aggregate: { readonly log: LogName; readonly category: StreamCategory }) =>
  (id: string): StreamAddress => ({ log: aggregate.log, stream: streamNameOf(aggregate.category)(id) })
