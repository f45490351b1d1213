import type { BorrowerId } from '../../domain/values/ids'
import { historyMonth } from '../loan-histories/history-month'
import { historyConsentOf, historyMonthsOf } from '../loan-histories/loan-history-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'

/** The history of the loans of a borrower; undefined without a consent. */
export const heldHistory = (borrower: BorrowerId) => (rows: ReadModelRows) => {
  const consent = historyConsentOf(borrower)(rows)
  return consent && { consentedIn: consent.givenIn, months: historyMonthsOf(borrower)(rows).map(historyMonth(rows)) }
}
