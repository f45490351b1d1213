import type { MessageChannel } from '../../domain/message/message-channel'
import type { SendingFailureReason } from '../../domain/message/sending-failure-reason'
import type { NoticeKind } from '../../domain/notice/notice-kind'
import type { BorrowerId, GuardianshipId, NoticeId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** Notices that are not forgotten yet: messages caused by *persons*. */
export const noticesTable = defineTable(
  'notices',
  {
    notice: purgedWithColumn<NoticeId>('notice'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    kind: personalTextColumn<NoticeKind>(),
    madeIn: personalTextColumn<Month>(),
    /** The address to be confirmed, and where; null of other kinds. */
    email: nullablePersonalTextColumn(),
    link: nullablePersonalTextColumn(),
    /** Whose address it is: of a guardian the guardianship; null of the borrower, and of other kinds. */
    guardianship: nullablePersonalTextColumn<GuardianshipId>(),
    /** The month with whose closing the borrower is erased; null of other kinds. */
    erasedWith: nullablePersonalTextColumn<Month>(),
    state: personalTextColumn<'pending' | 'sent' | 'failed'>(),
    channel: nullablePersonalTextColumn<MessageChannel>(),
    address: nullablePersonalTextColumn(),
    /** Why it can go neither by e-mail nor by SMS; null when it can, or staff have printed it. */
    reason: nullablePersonalTextColumn<SendingFailureReason>(),
  },
  ['notice'],
  [['state']],
)
export type NoticeRow = TableRow<typeof noticesTable>
