import * as t from 'io-ts'
import type { Day } from '../values/day'

const denials = {
  deniedReserved: null,
  deniedMaxRenewalsReached: null,
  deniedLoanerIsBlocked: null,
  deniedMaterialIsNotLoanable: null,
  deniedMaterialIsNotFound: null,
  deniedLoanerNotFound: null,
  deniedLoaningProfileNotFound: null,
  deniedOtherReason: null,
}

/** The nine answers to a request for renewal, with the names of the national systems. */
export const RenewalOutcome = t.keyof({ renewed: null, ...denials })
export type RenewalOutcome = t.TypeOf<typeof RenewalOutcome>

export type RenewalDenial = Exclude<RenewalOutcome, 'renewed'>

/** What `deniedOtherReason` stands for. */
export type OtherRenewalDenial =
  /** The loan may be renewed from this day on. */
  | { readonly _tag: 'TooEarly'; readonly renewableFrom: Day }
  /** The borrower has said that the copy was returned. */
  | { readonly _tag: 'ClaimedReturned' }

/**
 * What a renewal that has already happened was against: the denials, and a lateness that the log counted meanwhile.
 * `tooEarly` and `claimedReturned` are recorded for `deniedOtherReason`, which older events have.
 */
export const RenewalConflict = t.keyof({ ...denials, tooEarly: null, claimedReturned: null, countedAsLate: null })
export type RenewalConflict = t.TypeOf<typeof RenewalConflict>
