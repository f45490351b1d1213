import type { MessageEvent } from './message-event'
import { endedMessage, type MessageState } from './message-state'

/** The state of a message after an event. */
export const evolve =
  (event: MessageEvent) =>
  (state: MessageState): MessageState => {
    switch (event.type) {
      case 'MessageMade': {
        const { message } = event.sealed
        const { madeOn } = event.open
        if (message._tag === 'Erased') return { _tag: 'Forgotten', madeOn }
        const { borrower, kind } = message.value
        return { _tag: 'Pending', borrower, kind, madeOn }
      }
      case 'MessageAttemptFailed':
        return state
      case 'MessageSent':
      case 'MessageFailed':
        return endedMessage
    }
  }
