import { pipe } from 'fp-ts/function'
import type { MessageInMonth } from '../../domain/closing/message-counts-of-month'
import type { MessageCount } from '../../domain/message-count/message-count'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { addMonths, firstDayOfMonth, lastDayOfMonth, type Month } from '../../domain/values/month'
import { messagesTable } from '../messages/message-table'
import { noticesTable } from '../notices/notice-table'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { messageCountsTable } from './message-counts-table'

/** The messages and notices of a month that were not given up. Those of its last days may still be pending. */
export const messagesInMonth =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<MessageInMonth> =>
    [
      ...rows.findColumns(messagesTable, ['borrower', 'kind', 'state'], {
        atLeast: { madeOn: firstDayOfMonth(month) },
        atMost: { madeOn: lastDayOfMonth(month) },
      }),
      ...rows.findColumns(noticesTable, ['borrower', 'kind', 'state'], { where: { madeIn: month } }),
    ].filter(({ state }) => state !== 'failed')

/** What a borrower got in a month, and the day with whose closing that is forgotten. */
interface MessageCountsInMonth {
  readonly month: Month
  readonly counts: ReadonlyArray<MessageCount>
  readonly forgottenOn: Day
}

/** How many messages a borrower got, the newest month first. They are forgotten so many months after theirs. */
export const messageCountsOfBorrower =
  (retentionMonths: number) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<MessageCountsInMonth> =>
    rows.find(messageCountsTable, { where: { borrower }, orderByDescending: ['month'] }).map(({ month, counts }) => ({
      month,
      counts: JSON.parse(counts) as ReadonlyArray<MessageCount>,
      forgottenOn: pipe(month, addMonths(retentionMonths), lastDayOfMonth),
    }))
