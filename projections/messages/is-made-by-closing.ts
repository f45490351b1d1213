import type { MadeByClosing } from '../../domain/closing/made-by-closing'
import type { MessageKind } from '../../domain/message/message-kind'
import type { NoticeKind } from '../../domain/notice/notice-kind'
import type { Day } from '../../domain/values/day'
import { monthOf } from '../../domain/values/month'
import { messageCountsTable } from '../message-counts/message-counts-table'
import { noticesTable } from '../notices/notice-table'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { messagesTable } from './message-table'

const findMade = (closing: Day, { borrower, record, kind }: MadeByClosing, rows: ReadModelRows) => {
  const month = monthOf(closing)
  switch (record) {
    case 'message':
      return findFirstRow(rows, messagesTable, { where: { borrower, kind: kind as MessageKind, madeOn: closing } })
    case 'notice':
      return findFirstRow(rows, noticesTable, { where: { borrower, kind: kind as NoticeKind, madeIn: month } })
    case 'messageCount':
      return findFirstRow(rows, messageCountsTable, { where: { borrower, month } })
  }
}

/** Whether the closing of a day, or of its month, has made a record for a borrower already. */
export const isMadeByClosing =
  (closing: Day, made: MadeByClosing) =>
  (rows: ReadModelRows): boolean =>
    findMade(closing, made, rows) !== undefined
