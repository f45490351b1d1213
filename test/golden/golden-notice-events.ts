import { GuardianPapersUnconfirmed } from '../../domain/guardian-papers/events/guardian-papers-unconfirmed'
import { UnconfirmedGuardianPapersDestroyed } from '../../domain/guardian-papers/events/unconfirmed-guardian-papers-destroyed'
import { MessagesCounted } from '../../domain/message-count/events/messages-counted'
import { paddingOfCounts } from '../../domain/message-count/message-count'
import { NoticeFailed } from '../../domain/notice/events/notice-failed'
import { NoticeMade } from '../../domain/notice/events/notice-made'
import { NoticeSent } from '../../domain/notice/events/notice-sent'
import { sealedNotice } from '../../domain/notice/notice-content'
import { ditte as borrower, messageCount, month, notice } from './golden-ids'
import { goldenStream } from './golden-stream'

const link = 'https://bibliotek.example.dk/email/kvxwzb'

const counts = [
  { kind: 'dueSoon', number: 2 },
  { kind: 'welcome', number: 1 },
] as const

/** Each event of a notice, of the counts of a month, and of unconfirmed papers. */
export const goldenNoticeEvents = [
  ...goldenStream('persons', 'notice', notice, month)(
    NoticeMade(
      { notice, madeIn: month },
      { notice: sealedNotice({ kind: 'verifyEmail', borrower, email: 'ditte@example.dk', link }) },
    ),
    NoticeFailed({ notice }, { notice: { borrower, reason: 'recipientRefused' } }),
    NoticeSent({ notice }, { notice: { borrower, channel: 'email', address: 'ditte@example.dk' } }),
  ),
  ...goldenStream('persons', 'messagecount', messageCount, month)(
    MessagesCounted({ messageCount, month }, { messageCount: { borrower, counts, padding: paddingOfCounts(counts) } }),
  ),
  ...goldenStream('persons', 'guardianpapers', month, month)(
    GuardianPapersUnconfirmed({ endedIn: month, papers: 3 }, {}),
    UnconfirmedGuardianPapersDestroyed({ endedIn: month, papers: 1 }, {}),
  ),
]
