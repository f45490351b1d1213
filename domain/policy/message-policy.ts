import type { BorrowerGroup } from './borrower-group'

/** When the library writes to borrowers, and to whom it does not. */
export interface MessagePolicy {
  /** Days before the due day on which a borrower is told that it comes. */
  readonly dueSoonDays: number
  /** Days after the due day on which an unreturned loan is recalled. */
  readonly recallDays: number
  /** Days before the last day of interest on which a borrower is told that a reservation runs out. */
  readonly reservationNoticeDays: number
  /** Borrower groups that get no reminders: neither before the due day nor after it. */
  readonly notReminded: ReadonlyArray<BorrowerGroup>
}

/** "Reminder 3 days before the due date; recall 7 days after." "Notice 10 days before it ends." */
export const defaultMessagePolicy: MessagePolicy = {
  dueSoonDays: 3,
  recallDays: 7,
  reservationNoticeDays: 10,
  notReminded: [],
}
