import type { NoticeFailed } from './events/notice-failed'
import type { NoticeMade } from './events/notice-made'
import type { NoticeSent } from './events/notice-sent'

/** The events of a notice's stream. */
export type NoticeEvent = NoticeMade | NoticeSent | NoticeFailed
