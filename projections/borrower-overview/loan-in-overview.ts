import { addDays, type Day } from '../../domain/values/day'
import type { CopyId, LoanId, TitleId } from '../../domain/values/ids'
import type { LoanRow } from '../loans/loans-table'

/** A loan as its borrower sees it. */
export interface LoanInOverview {
  readonly loan: LoanId
  readonly copy: CopyId
  readonly title: TitleId
  readonly name: string
  readonly lentOn: Day
  readonly dueOn: Day
  /** The day on which the copy was returned, billed as lost or written off; null while the loan runs. */
  readonly endedOn: Day | null
  readonly end: LoanRow['end']
  /** The day on which the borrower said that the copy was returned; null when the loan is not claimed returned. */
  readonly claimedOn: Day | null
  /** The day with whose closing the loan is forgotten; null while it runs. */
  readonly forgottenOn: Day | null
}

/** A loan that runs, or ended less than `retentionDays` ago. */
export const loanInOverview =
  (retentionDays: number) =>
  ({ loan, copy, title, name, lentOn, dueOn, endedOn, end, claimedOn }: LoanRow): LoanInOverview => ({
    loan,
    copy,
    title,
    name,
    lentOn,
    dueOn,
    endedOn,
    end,
    claimedOn,
    forgottenOn: endedOn === null ? null : addDays(retentionDays)(endedOn),
  })
