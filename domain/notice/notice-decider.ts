import type { Decider } from '../event/decider'
import type { MessageRefusal } from '../message/message-refusal'
import { decide, type NoticeCommand } from './decide-notice-command'
import { evolve } from './evolve-notice'
import type { NoticeEvent } from './notice-event'
import { initialNoticeState, type NoticeState } from './notice-state'

/** One notice to one borrower: made, and sent or given up. */
export const noticeDecider: Decider<NoticeCommand, NoticeState, NoticeEvent, MessageRefusal> = {
  initial: initialNoticeState,
  evolve,
  decide,
}
