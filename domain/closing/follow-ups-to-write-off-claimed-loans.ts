import type { Day } from '../values/day'
import { followUpToCopy, type FollowUp } from '../reactions/follow-up'
import type { RunningLoanAtClosing } from './follow-ups-to-bill-lost-copies'

/** The closing of the latest end of a claim writes the copy off: it was not found. */
export const followUpsToWriteOffClaimedLoans =
  (closing: Day) =>
  (loans: ReadonlyArray<Pick<RunningLoanAtClosing, 'loan' | 'copy'>>): ReadonlyArray<FollowUp> =>
    loans.map(({ loan, copy }) => followUpToCopy(copy, { type: 'WriteOffClaimedLoan', loan, day: closing }))
