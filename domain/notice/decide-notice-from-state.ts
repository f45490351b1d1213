import type { Either } from 'fp-ts/Either'
import type { MessageRefusal } from '../message/message-refusal'
import type { NoticeEvent } from './notice-event'
import type { NoticeState } from './notice-state'

/** The result of a command, by the state of the notice. A notice is refused for the reasons of a message. */
export type DecideFromState = (state: NoticeState) => Either<MessageRefusal, ReadonlyArray<NoticeEvent>>
