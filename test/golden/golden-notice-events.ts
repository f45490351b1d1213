import { NoticeFailed } from '../../domain/notice/events/notice-failed'
import { NoticeMade } from '../../domain/notice/events/notice-made'
import { NoticeSent } from '../../domain/notice/events/notice-sent'
import { sealedNotice } from '../../domain/notice/notice-content'
import { ditte as borrower, month, notice } from './golden-ids'
import { goldenStream } from './golden-stream'

const link = 'https://bibliotek.example.dk/email/kvxwzb'

/** Each event of a notice. */
export const goldenNoticeEvents = [
  ...goldenStream('persons', 'notice', notice, month)(
    NoticeMade(
      { notice, madeIn: month },
      { notice: sealedNotice({ kind: 'verifyEmail', borrower, email: 'ditte@example.dk', link }) },
    ),
    NoticeFailed({ notice }, { notice: { borrower, reason: 'recipientRefused' } }),
    NoticeSent({ notice }, { notice: { borrower, channel: 'email', address: 'ditte@example.dk' } }),
  ),
]
