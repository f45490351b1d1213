import type { BorrowerId, MessageCountId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { defineTable, personalTextColumn, purgedWithColumn, type TableRow } from '../read-model/define-table'

/** How many messages of which kind borrowers got, by month. */
export const messageCountsTable = defineTable(
  'messageCounts',
  {
    messageCount: purgedWithColumn<MessageCountId>('messageCount'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    month: personalTextColumn<Month>(),
    /** A JSON list of `MessageCount`. */
    counts: personalTextColumn(),
  },
  ['messageCount'],
  [],
)
export type MessageCountRow = TableRow<typeof messageCountsTable>
