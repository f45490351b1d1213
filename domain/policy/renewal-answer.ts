import * as t from 'io-ts'

/** The nine answers to a request for renewal, with the names of the national systems. */
export const RenewalAnswer = t.keyof({
  renewed: null,
  deniedReserved: null,
  deniedMaxRenewalsReached: null,
  deniedLoanerIsBlocked: null,
  deniedMaterialIsNotLoanable: null,
  deniedMaterialIsNotFound: null,
  deniedLoanerNotFound: null,
  deniedLoaningProfileNotFound: null,
  deniedOtherReason: null,
})
export type RenewalAnswer = t.TypeOf<typeof RenewalAnswer>

export type RenewalDenial = Exclude<RenewalAnswer, 'renewed'>

/** What a renewal that has already happened was against: the denials, and a lateness that the log counted meanwhile. */
export const RenewalConflict = t.keyof({
  deniedReserved: null,
  deniedMaxRenewalsReached: null,
  deniedLoanerIsBlocked: null,
  deniedMaterialIsNotLoanable: null,
  deniedMaterialIsNotFound: null,
  deniedLoanerNotFound: null,
  deniedLoaningProfileNotFound: null,
  deniedOtherReason: null,
  countedAsLate: null,
})
export type RenewalConflict = t.TypeOf<typeof RenewalConflict>
