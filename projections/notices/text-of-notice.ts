import type { TextContent } from '../../domain/message/text-content'
import type { NoticeRow } from './notice-table'

/** What a notice says, as the renderer of messages takes it. */
export const textOfNotice = ({ kind, link, guardianship, erasedWith }: NoticeRow): TextContent => ({
  ...{ kind, items: [], pickUp: null },
  ...(link === null ? {} : { link, isToGuardian: guardianship !== null }),
  ...(erasedWith === null ? {} : { erasedWith }),
})
