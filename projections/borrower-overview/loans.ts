import { addDays, type Day } from '../../domain/values/day'
import type { CopyId, LoanId, TitleId } from '../../domain/values/ids'
import type { Loan } from '../loans/rows'

/** A loan as its borrower sees it. */
export interface LoanShown {
  readonly loan: LoanId
  readonly copy: CopyId
  readonly title: TitleId
  readonly name: string
  readonly lentOn: Day
  readonly dueOn: Day
  /** The day it was returned or billed as lost; null while it runs. */
  readonly endedOn: Day | null
  readonly end: 'returned' | 'billed' | null
  /** The day with whose closing it is forgotten; null while it runs. */
  readonly forgottenOn: Day | null
}

/** A loan that runs, or ended less than so many days ago. */
export const loanShown =
  (keptDays: number) =>
  ({ loan, copy, title, name, lentOn, dueOn, endedOn, end }: Loan): LoanShown => ({
    loan,
    copy,
    title,
    name,
    lentOn,
    dueOn,
    endedOn,
    end,
    forgottenOn: endedOn === null ? null : addDays(keptDays)(endedOn),
  })
