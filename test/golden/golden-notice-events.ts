import { AccessRecorded } from '../../domain/access/events/access-recorded'
import { GuardianPapersUnconfirmed } from '../../domain/guardian-papers/events/guardian-papers-unconfirmed'
import { UnconfirmedGuardianPapersDestroyed } from '../../domain/guardian-papers/events/unconfirmed-guardian-papers-destroyed'
import { MessagesCounted } from '../../domain/message-count/events/messages-counted'
import { paddingOfCounts } from '../../domain/message-count/message-count'
import { NoticeFailed } from '../../domain/notice/events/notice-failed'
import { NoticeMade } from '../../domain/notice/events/notice-made'
import { NoticeSent } from '../../domain/notice/events/notice-sent'
import { sealedNotice } from '../../domain/notice/notice-content'
import { access, ditte as borrower, guardianship, messageCount, month, notice, on } from './golden-ids'
import { goldenStream } from './golden-stream'

const link = 'https://bibliotek.example.dk/email/kvxwzb'

const counts = [
  { kind: 'dueSoon', number: 2 },
  { kind: 'welcome', number: 1 },
] as const

const opening = { role: 'staff', reason: 'Et brev skal sendes', opened: 'nameAndAddress' } as const

/** Each event of a notice, of the counts of a month, of an opening of a record, and of unconfirmed papers. */
export const goldenNoticeEvents = [
  ...goldenStream('persons', 'notice', notice, month)(
    NoticeMade(
      { notice, madeIn: month },
      { notice: sealedNotice({ kind: 'verifyEmail', borrower, email: 'ditte@example.dk', guardianship, link }) },
    ),
    NoticeFailed({ notice }, { notice: { borrower, reason: 'recipientRefused' } }),
    NoticeSent({ notice }, { notice: { borrower, channel: 'email', address: 'ditte@example.dk' } }),
  ),
  ...goldenStream('circulation', 'access', access, on('01-05'))(
    AccessRecorded(
      { access, month },
      { access: { borrower, day: on('01-05'), staffNumber: 'M-17', approvedBy: null, ...opening } },
    ),
  ),
  ...goldenStream('persons', 'messagecount', messageCount, month)(
    MessagesCounted({ messageCount, month }, { messageCount: { borrower, counts, padding: paddingOfCounts(counts) } }),
  ),
  ...goldenStream('persons', 'guardianpapers', month, month)(
    GuardianPapersUnconfirmed({ endedIn: month, papers: 3 }, {}),
    UnconfirmedGuardianPapersDestroyed({ endedIn: month, papers: 1 }, {}),
  ),
]
