import { categoryOfStream, streamNameOf } from '../../../../../domain/event/stream'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { BorrowerOverview } from '../../../../../projections/borrower-overview/borrower-overview'
import { lastClosedDay } from '../../../../../projections/calendar/calendar-queries'
import {
  daysOfForgettingOf,
  namedDayOfForgetting,
  type DaysOfForgetting,
} from '../../../../../projections/legal-holds/days-of-forgetting'
import { daysAwaitingClosing } from '../../../../../retention/guards/days-to-close'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'

/**
 * Nothing is erased while the date must be confirmed, or while a legal hold cannot be read; and of a borrower not all while
 * events of the borrower cannot be read.
 */
const isErasing = ({ rows, damagedEvents, useCaseDependencies }: RunningLibrary, borrower: BorrowerId): boolean => {
  const ofBorrower = streamNameOf('borrower')(borrower)
  const today = useCaseDependencies.commandHandling.clock.today()
  const awaiting = daysAwaitingClosing({ lastClosed: lastClosedDay(rows), today, confirmedOn: undefined })
  return (
    awaiting.length <= 1 &&
    damagedEvents().every(({ stream }) => stream !== ofBorrower && categoryOfStream(stream) !== 'hold')
  )
}

/** What can be said of the days on which the records of a borrower are forgotten. */
export const readDaysOfForgetting = (library: RunningLibrary, borrower: BorrowerId): DaysOfForgetting =>
  daysOfForgettingOf(borrower, lastClosedDay(library.rows), isErasing(library, borrower))(library.rows)

/** The overview of a borrower with the days that may be named. */
export const withNamedDays =
  (library: RunningLibrary) =>
  (overview: BorrowerOverview): BorrowerOverview => {
    const named = namedDayOfForgetting(readDaysOfForgetting(library, overview.record.borrower))
    return {
      ...overview,
      loans: overview.loans.map((loan) => ({ ...loan, forgottenOn: named(loan.loan, loan.forgottenOn) })),
      fees: overview.fees.map((fee) => ({ ...fee, forgottenOn: named(fee.fee, fee.forgottenOn) })),
      reimbursements: overview.reimbursements.map((one) => ({
        ...one,
        forgottenOn: named(one.reimbursement, one.forgottenOn),
      })),
    }
  }
