import type { Aggregate } from '../command-handling/aggregate'
import { decideCountMessages, type CountMessages, type MessageCountState } from './count-messages'
import type { MessagesCounted } from './events/messages-counted'

/** The counts of a borrower and month have a stream of their own, in *persons*: no stream tells the months of one borrower. */
export const messageCountAggregate: Aggregate<CountMessages, MessageCountState, MessagesCounted, never> = {
  initial: { _tag: 'Uncounted' },
  evolve: () => () => ({ _tag: 'Counted' }),
  decide: decideCountMessages,
  log: 'persons',
  category: 'messagecount',
}
