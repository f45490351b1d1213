import type { Aggregate } from '../command-handling/aggregate'
import type { MessageRefusal } from '../message/message-refusal'
import type { NoticeCommand } from './decide-notice-command'
import { noticeDecider } from './notice-decider'
import type { NoticeEvent } from './notice-event'
import type { NoticeState } from './notice-state'

/** Messages caused by *persons* have a stream each, in *persons*. */
export const noticeAggregate: Aggregate<NoticeCommand, NoticeState, NoticeEvent, MessageRefusal> = {
  ...noticeDecider,
  log: 'persons',
  category: 'notice',
}
