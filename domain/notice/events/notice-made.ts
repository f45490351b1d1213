import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { NoticeId } from '../../values/ids'
import { Month } from '../../values/month'
import { sealedNoticeMembers, sealedNoticeMembersVersion1 } from '../notice-content'

const open = { notice: NoticeId, madeIn: Month }

/** The first version, of notices to borrowers alone. */
export const NoticeMadeVersion1: AnyEventDefinition & { readonly type: 'NoticeMade' } = defineEvent('NoticeMade', 1, {
  open,
  sealed: { notice: sealedNoticeMembersVersion1 },
})

/**
 * A message to a borrower, or to the guardian of one, was made because of something in *persons*. It is erased with the closing
 * of the next month.
 */
export const NoticeMade = defineEvent(
  'NoticeMade',
  2,
  { open, sealed: { notice: sealedNoticeMembers } },
  { open: (part) => part, sealed: { notice: (part) => ({ ...(part as object), guardianship: null }) } },
)
export type NoticeMade = EventOf<typeof NoticeMade>
