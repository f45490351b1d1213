import type { ConsentingBorrower } from '../../domain/closing/history-commands-of-month'
import type { BorrowerId, TitleId } from '../../domain/values/ids'
import { monthOf, type Month } from '../../domain/values/month'
import { borrowerById } from '../borrowers/borrower-record-queries'
import { loansTable } from '../loans/loans-table'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import {
  historyConsentsTable,
  historyMonthsTable,
  type HistoryConsentRow,
  type HistoryMonthRow,
} from './loan-histories-tables'

/** The consent of a borrower; undefined when there is none. */
export const historyConsentOf =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): HistoryConsentRow | undefined =>
    findFirstRow(rows, historyConsentsTable, { where: { borrower } })

/** The months of a borrower's history, the earliest first. */
export const historyMonthsOf =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<HistoryMonthRow> =>
    rows.find(historyMonthsTable, { where: { borrower }, orderBy: ['month', 'history'] })

/** The titles that a borrower was lent after a month, in loans that were recorded in another. */
const titlesLent = (
  rows: ReadModelRows,
  { borrower, givenIn }: HistoryConsentRow,
  month: Month,
): ReadonlyArray<TitleId> =>
  rows
    .findColumns(loansTable, ['title', 'lentOn'], { where: { borrower, startedIn: month } })
    .filter(({ lentOn }) => monthOf(lentOn) > givenIn)
    .map(({ title }) => title)

/**
 * The borrowers with a consent who are registered and not about to be erased, each with the titles of the loans that
 * were recorded in a month and made after that of the consent. By history id, which is random.
 */
export const consentingBorrowersWithTitlesLentIn =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<ConsentingBorrower> =>
    rows.find(historyConsentsTable, { orderBy: ['history'] }).flatMap((consent) => {
      const borrower = borrowerById(consent.borrower)(rows)
      if (borrower === undefined || borrower.ending !== null) return []
      return [{ ...consent, titles: titlesLent(rows, consent, month) }]
    })
