import { isNonEmpty } from 'fp-ts/Array'
import type { BorrowerId } from '../../domain/values/ids'
import { halfYearOfMonth, type HalfYear, type Month } from '../../domain/values/month'
import type { BorrowerRow } from '../borrowers/borrower-tables'
import { unsettledFeesOfBorrower } from '../fees/fee-queries'
import { feesTable, paymentsTable } from '../fees/fee-tables'
import { legalHoldsTable } from '../legal-holds/legal-holds-table'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { isLoanRunning, loansOfBorrower } from '../loans/loan-queries'
import { loansTable } from '../loans/loans-table'
import { reservationsTable, reservedCopiesTable } from '../queue/queue-tables'

/** Which borrowers, by the order of their ids. */
export interface BorrowerIdBounds {
  readonly atLeast?: { readonly borrower: BorrowerId }
  readonly atMost?: { readonly borrower: BorrowerId }
}

/**
 * The borrowers who borrowed, renewed, returned, reserved or paid in a month, by the month of recording. Sorted by id,
 * which is random. Call it when the month is closed, before anything of it is forgotten. Without bounds: all of them.
 */
export const borrowersActiveIn =
  (month: Month, bounds: BorrowerIdBounds = {}) =>
  (rows: ReadModelRows): ReadonlyArray<BorrowerId> => {
    const activeRows = [
      ...rows.findColumns(loansTable, ['borrower'], { where: { startedIn: month }, ...bounds }),
      ...rows.findColumns(loansTable, ['borrower'], { where: { lastActIn: month }, ...bounds }),
      ...rows.findColumns(reservationsTable, ['borrower'], { where: { madeIn: month }, ...bounds }),
      ...rows.findColumns(feesTable, ['borrower'], { where: { paidIn: month }, ...bounds }),
      ...rows.findColumns(paymentsTable, ['borrower'], { where: { madeIn: month }, ...bounds }),
    ]
    return [...new Set(activeRows.map(({ borrower }) => borrower))].sort()
  }

/** Whether a borrower has a running loan, a reservation or an unsettled fee: then the borrower does not lapse. */
export const hasLoanReservationOrDebt =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): boolean =>
    loansOfBorrower(borrower)(rows).some(isLoanRunning) ||
    rows.count(reservationsTable, { where: { borrower } }) > 0 ||
    isNonEmpty([...unsettledFeesOfBorrower(borrower)(rows)])

/**
 * The borrowers with any loan, reservation, reserved copy, fee, payment or legal hold that is not forgotten. All others
 * have and owe nothing.
 */
export const borrowersWithRecords = (rows: ReadModelRows): ReadonlySet<BorrowerId> => {
  const records = [
    ...rows.findColumns(loansTable, ['borrower'], {}),
    ...rows.findColumns(reservationsTable, ['borrower'], {}),
    ...rows.findColumns(reservedCopiesTable, ['borrower'], {}),
    ...rows.findColumns(feesTable, ['borrower'], {}),
    ...rows.findColumns(paymentsTable, ['borrower'], {}),
    ...rows.findColumns(legalHoldsTable, ['borrower'], {}),
  ]
  return new Set(records.map(({ borrower }) => borrower))
}

/** The half-year from which a borrower's inactivity is counted: the last one seen, or else that of registration. */
export const inactivityCountedFrom = ({ lastSeen, registeredIn }: BorrowerRow): HalfYear =>
  lastSeen ?? halfYearOfMonth(registeredIn)
