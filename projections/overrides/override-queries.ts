import type { BorrowerId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import {
  loanOverridesTable,
  reservationOverridesTable,
  type LoanOverrideRow,
  type ReservationOverrideRow,
} from './override-tables'

/** What staff have overridden for loans and renewals of a borrower, the earliest first. */
export const loanOverridesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<LoanOverrideRow> =>
    rows.find(loanOverridesTable, { where: { borrower }, orderBy: ['overriddenAt', 'loan'] })

/** What staff have overridden for reservations of a borrower that have not ended, the earliest first. */
export const reservationOverridesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservationOverrideRow> =>
    rows.find(reservationOverridesTable, { where: { borrower }, orderBy: ['overriddenAt', 'reservation'] })
