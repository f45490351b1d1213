import { addDays } from '../../domain/values/day'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { BorrowerId } from '../../domain/values/ids'
import { loanInOverview } from '../borrower-overview/loan-in-overview'
import { lateRenewalsOfBorrower, loansOfBorrower, undoneLoansOfBorrower } from '../loans/loan-queries'
import { withEffectiveDueDay } from '../loans/loan-with-effective-due-day'
import type { LoanRow } from '../loans/loans-table'
import { offlineLoanCasesOfBorrower, unmatchedCasesPresenting } from '../offline-cases/offline-case-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

const heldLoan = (retentionDays: number) => (row: LoanRow) => {
  const { branch, borrowerGroup, ageClass, startedIn, lastActIn, previouslyEndedOn, claimEndsOn } = row
  return {
    ...loanInOverview(retentionDays)(row),
    ...{ branch, borrowerGroup, ageClass, startedIn, lastActIn, previouslyEndedOn, claimEndsOn },
  }
}

/** The loans of a borrower that are not forgotten, with what machines did with them; undefined when there are none. */
export const heldLoans =
  (retentionDays: number, deadlineAt: EffectiveDeadline) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
    unlessAllEmpty({
      loans: loansOfBorrower(borrower)(rows).map(withEffectiveDueDay(deadlineAt)).map(heldLoan(retentionDays)),
      lateRenewals: lateRenewalsOfBorrower(borrower)(rows).map(({ loan, dueOn, renewedOn }) => ({
        ...{ loan, renewedOn },
        previouslyDueOn: dueOn,
      })),
      undoneLoans: undoneLoansOfBorrower(borrower)(rows).map(({ loan, copy }) => ({ loan, copy })),
      machineCases: offlineLoanCasesOfBorrower(borrower)(rows).map(({ against, borrower: _, ...row }) => ({
        ...row,
        against: against.split(' '),
      })),
    })

/** The open cases for which a machine sent a card of the borrower; undefined when there are none. */
export const heldOfflineCases =
  (retentionDays: number) => (presented: ReadonlyArray<string>) => (rows: ReadModelRows) =>
    unlessAllEmpty({
      offlineCases: unmatchedCasesPresenting(presented)(rows).map(({ unmatched, ...row }) => ({
        ...row,
        case: unmatched,
        forgottenOn: addDays(retentionDays)(row.recordedOn),
      })),
    })
