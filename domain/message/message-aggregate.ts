import type { Aggregate } from '../command-handling/aggregate'
import type { MessageCommand } from './decide-message-command'
import { messageDecider } from './message-decider'
import type { MessageEvent } from './message-event'
import type { MessageRefusal } from './message-refusal'
import type { MessageState } from './message-state'

/** Messages caused by circulation have a stream each, in *circulation*. */
export const messageAggregate: Aggregate<MessageCommand, MessageState, MessageEvent, MessageRefusal> = {
  ...messageDecider,
  log: 'circulation',
  category: 'message',
}
