import * as t from 'io-ts'

/** Why a loan may not be made; on a loan that has already happened, what it was made against. */
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
