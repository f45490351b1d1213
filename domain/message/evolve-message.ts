import type { MessageEvent } from './message-event'
import { endedMessage, type MessageState } from './message-state'

/** The state of a message after an event. */
export const evolve =
  (event: MessageEvent) =>
  (state: MessageState): MessageState => {
    switch (event.type) {
      case 'MessageMade': {
        const { message } = event.sealed
        if (message._tag === 'Erased') return endedMessage
        const { borrower, kind } = message.value
        return { _tag: 'Pending', borrower, kind, madeOn: event.open.madeOn }
      }
      case 'MessageAttemptFailed':
        return state
      case 'MessageSent':
      case 'MessageFailed':
        return endedMessage
    }
  }
