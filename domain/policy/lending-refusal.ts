import * as t from 'io-ts'

/** Why a loan is refused. On a recorded loan: which rules it broke. */
export const LendingRefusalTag = t.keyof({
  borrowerBlocked: null,
  debtOverLimit: null,
  loanLimitReached: null,
  belowAgeLimit: null,
  materialNotLent: null,
  copyOnLoan: null,
  copyLost: null,
  copyWithdrawn: null,
  copySetAsideForAnother: null,
  borrowerUnknown: null,
})
export type LendingRefusalTag = t.TypeOf<typeof LendingRefusalTag>
