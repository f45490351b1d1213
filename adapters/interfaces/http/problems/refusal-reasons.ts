import * as t from 'io-ts'
import type { CopyRefusal } from '../../../../domain/copy/copy-refusal'
import type { RenewalDenial } from '../../../../domain/policy/renewal-outcome'
import type { ReservationRefusal } from '../../../../domain/policy/reservation-refusal'

/**
 * The value of `because` when a reservation is refused. The domain uses the names of the national systems, which spell
 * the same reasons in several ways; `because` spells a reason in one way wherever it occurs.
 */
export const reservationRefusalReasons: Readonly<Record<ReservationRefusal, string>> = {
  patron_is_blocked: 'borrowerBlocked',
  patron_not_found: 'borrowerUnknown',
  already_reserved: 'alreadyReserved',
  already_loaned: 'alreadyOnLoan',
  material_not_loanable: 'materialNotLent',
  material_not_reservable: 'materialNotReservable',
  loaning_profile_not_found: 'noLoanPeriod',
  below_age_limit: 'belowAgeLimit',
  material_lost: 'copyLost',
  not_reservable: 'copyWithdrawn',
  no_reservable_materials: 'titleUnknown',
  volume_not_found: 'volumeUnknown',
  exceeds_max_reservations: 'reservationLimitReached',
}

/**
 * The name of a refusal in the national systems. To them, a copy with an age limit is not lent to the borrower, and a
 * volume that the library does not have cannot be reserved.
 */
export const nationalCodeOfReservationRefusal = (refusal: ReservationRefusal): string => {
  if (refusal === 'below_age_limit') return 'material_not_loanable'
  return refusal === 'volume_not_found' ? 'no_reservable_materials' : refusal
}

/**
 * The value of `because` when a renewal is denied. A loan that does not exist answers 404 before anything is decided, so
 * that a loan that the copy does not know is one that has ended.
 */
export const renewalReasons = {
  deniedReserved: 'titleReserved',
  deniedMaxRenewalsReached: 'renewalLimitReached',
  deniedLoanerIsBlocked: 'borrowerBlocked',
  deniedMaterialIsNotLoanable: 'materialNotLent',
  deniedMaterialIsNotFound: 'loanEnded',
  deniedLoanerNotFound: 'borrowerUnknown',
  deniedLoaningProfileNotFound: 'noLoanPeriod',
  deniedOtherReason: 'otherReason',
} as const satisfies Readonly<Record<RenewalDenial, string>>

/** Why a renewal is denied, as `because` says it. */
export const RenewalDenialReason = t.keyof({
  titleReserved: null,
  renewalLimitReached: null,
  borrowerBlocked: null,
  materialNotLent: null,
  loanEnded: null,
  borrowerUnknown: null,
  noLoanPeriod: null,
  tooEarly: null,
  claimedReturned: null,
  otherReason: null,
})
export type RenewalDenialReason = t.TypeOf<typeof RenewalDenialReason>

const otherRenewalReasons = { TooEarly: 'tooEarly', ClaimedReturned: 'claimedReturned' } as const

/** The value of `because` of a denied renewal. */
export const reasonOfDeniedRenewal = ({
  answer,
  why,
}: Extract<CopyRefusal, { readonly _tag: 'RenewalIsDenied' }>): RenewalDenialReason =>
  why === undefined ? renewalReasons[answer] : otherRenewalReasons[why._tag]
