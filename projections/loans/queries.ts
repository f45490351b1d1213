import type { BorrowerId, CopyId, LoanId } from '../../domain/values/ids'
import { first, type Rows } from '../kernel/rows'
import { loans, type Loan } from './rows'

/** A loan by its id, running or ended; undefined when it is unknown or forgotten. */
export const loanById =
  (loan: LoanId) =>
  (rows: Rows): Loan | undefined =>
    first(rows, loans, { where: { loan } })

/** All loans of a borrower that are not forgotten, earliest due first: those that run, and those that have ended. */
export const loansOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Loan> =>
    rows.find(loans, { where: { borrower }, orderBy: ['dueOn', 'loan'] })

export const isRunning = ({ endedOn }: Pick<Loan, 'endedOn'>): boolean => endedOn === null

/** Whether a loan ended with a return after its due day. A billed loan is no late return. */
export const isReturnedLate = ({ end, endedOn, dueOn }: Loan): boolean =>
  end === 'returned' && endedOn !== null && endedOn > dueOn

/** The running loan of a copy: who has it, and until when. Of several (a machine was offline), the latest lent. */
export const loanOfCopy =
  (copy: CopyId) =>
  (rows: Rows): Loan | undefined =>
    first(rows, loans, { where: { copy, endedOn: null }, latestBy: ['lentOn', 'loan'] })
