import type { Decider } from '../event/decider'
import { decide, type MessageCommand } from './decide-message-command'
import { evolve } from './evolve-message'
import type { MessageEvent } from './message-event'
import type { MessageRefusal } from './message-refusal'
import { initialMessageState, type MessageState } from './message-state'

/** One message to one borrower: made, tried, and sent or given up. */
export const messageDecider: Decider<MessageCommand, MessageState, MessageEvent, MessageRefusal> = {
  initial: initialMessageState,
  evolve,
  decide,
}
