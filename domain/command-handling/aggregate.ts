import type { Decider } from '../event/decider'
import type { AnyEvent } from '../event/define-event'
import { streamOf, type Address, type Category, type LogName } from '../event/stream'

/** A decider together with the log and the category of stream that its events are kept in. */
export interface Aggregate<Command, State, Event extends AnyEvent, Refusal> extends Decider<
  Command,
  State,
  Event,
  Refusal
> {
  readonly log: LogName
  readonly category: Category
}

/** The stream of the aggregate with this id. */
export const addressOf =
  (aggregate: { readonly log: LogName; readonly category: Category }) =>
  (id: string): Address => ({ log: aggregate.log, stream: streamOf(aggregate.category)(id) })
