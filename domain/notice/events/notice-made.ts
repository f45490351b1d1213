import { defineEvent, type EventOf } from '../../event/define-event'
import { NoticeId } from '../../values/ids'
import { Month } from '../../values/month'
import { sealedNoticeMembers } from '../notice-content'

/** A message to a borrower was made because of something in *persons*. It is erased with the closing of the next month. */
export const NoticeMade = defineEvent('NoticeMade', 1, {
  open: { notice: NoticeId, madeIn: Month },
  sealed: { notice: sealedNoticeMembers },
})
export type NoticeMade = EventOf<typeof NoticeMade>
