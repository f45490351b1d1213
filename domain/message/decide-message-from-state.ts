import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { MessageEvent } from './message-event'
import { refuseMessageCommand, type MessageRefusal } from './message-refusal'
import type { MessageState, PendingMessage } from './message-state'

export type MessageDecision = Either<MessageRefusal, ReadonlyArray<MessageEvent>>

/** The result of a command, by the state of the message. */
export type DecideFromState = (state: MessageState) => MessageDecision

/** Decides for a message that is pending. An outcome of an ended message changes nothing: another process had it first. */
export const decideWhenMessageIsPending =
  (decide: (message: PendingMessage) => MessageDecision): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'Unmade':
        return refuseMessageCommand('MessageIsUnknown')
      case 'Pending':
        return decide(state)
      case 'Forgotten':
      case 'Ended':
        return E.right([])
    }
  }
