import { NoticeFailed } from './events/notice-failed'
import { NoticeMade, NoticeMadeVersion1 } from './events/notice-made'
import { NoticeSent } from './events/notice-sent'

/** Every event of a notice, in each of its versions. */
export const noticeEventDefinitions = [NoticeFailed, NoticeMadeVersion1, NoticeMade, NoticeSent] as const
