import { isNonEmpty } from 'fp-ts/Array'
import type { BorrowerId, StatisticsId } from '../../domain/values/ids'
import { halfYearOf, type HalfYear, type Month } from '../../domain/values/month'
import type { Borrower } from '../borrowers/rows'
import { unsettledFeesOf } from '../fees/queries'
import { fees, payments } from '../fees/rows'
import type { Rows } from '../kernel/rows'
import { isRunning, loansOf } from '../loans/queries'
import { loans } from '../loans/rows'
import { reservations } from '../queue/rows'
import { monthLoans, type MonthLoan } from './rows'

/** The loans of a month as they are counted: by group, municipality and age class. Undone loans are not among them. */
export const loansToCount =
  (statistics: StatisticsId) =>
  (rows: Rows): ReadonlyArray<MonthLoan> =>
    rows.find(monthLoans, { where: { statistics }, orderBy: ['loan'] })

/**
 * Who used the library in a month: borrowed, renewed, returned, reserved or paid, by the month of recording.
 * Sorted by id, which is random. Asked when the month is closed, before anything of it is forgotten.
 */
export const activeIn =
  (month: Month) =>
  (rows: Rows): ReadonlyArray<BorrowerId> => {
    const acts = [
      ...rows.pick(loans, ['borrower'], { where: { startedIn: month } }),
      ...rows.pick(loans, ['borrower'], { where: { lastActIn: month } }),
      ...rows.pick(reservations, ['borrower'], { where: { madeIn: month } }),
      ...rows.pick(fees, ['borrower'], { where: { paidIn: month } }),
      ...rows.pick(payments, ['borrower'], { where: { madeIn: month } }),
    ]
    return [...new Set(acts.map(({ borrower }) => borrower))].sort()
  }

/** Whether a borrower has a loan, waits for a title, or owes: then the borrower does not lapse. */
export const holdsOrOwes =
  (borrower: BorrowerId) =>
  (rows: Rows): boolean =>
    loansOf(borrower)(rows).some(isRunning) ||
    rows.count(reservations, { where: { borrower } }) > 0 ||
    isNonEmpty([...unsettledFeesOf(borrower)(rows)])

/** The half-year from which a borrower's inactivity is counted: last seen, or else registered. */
export const countedFrom = ({ lastSeen, registeredIn }: Borrower): HalfYear => lastSeen ?? halfYearOf(registeredIn)
