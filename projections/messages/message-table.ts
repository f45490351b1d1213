import type { MessageChannel } from '../../domain/message/message-channel'
import type { MessageKind } from '../../domain/message/message-kind'
import type { SendingFailureReason } from '../../domain/message/sending-failure-reason'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, MessageId } from '../../domain/values/ids'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** Messages that are not forgotten yet. */
export const messagesTable = defineTable(
  'messages',
  {
    message: purgedWithColumn<MessageId>('message'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    kind: personalTextColumn<MessageKind>(),
    madeOn: personalTextColumn<Day>(),
    /** A JSON list of `MessageItem`: what it was made of; once it was sent, what it told. */
    items: personalTextColumn(),
    pickUpBranch: nullablePersonalTextColumn<BranchId>(),
    pickUpNumber: nullablePersonalTextColumn(),
    state: personalTextColumn<'pending' | 'sent' | 'failed'>(),
    /** The day on which it was sent or given up; null while it is pending. */
    endedOn: nullablePersonalTextColumn<Day>(),
    channel: nullablePersonalTextColumn<MessageChannel>(),
    address: nullablePersonalTextColumn(),
    /** Why the last attempt failed; null when none has. */
    reason: nullablePersonalTextColumn<SendingFailureReason>(),
  },
  ['message'],
  [['state', 'madeOn', 'message']],
)
export type MessageRow = TableRow<typeof messagesTable>
