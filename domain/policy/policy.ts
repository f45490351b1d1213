import type { Day } from '../values/day'
import { defaultAdultFeeAge } from './age-rules'
import type { Branch } from './branch'
import { defaultClosedDays, type ClosedDaysByBranch } from './branch-closed-days'
import { defaultCollectionPolicy, type CollectionPolicy } from './collection-policy'
import { defaultContacts, type Contacts } from './contacts'
import { defaultDebtLimit, type DebtLimit } from './debt-limit'
import { defaultEmailVerification, type EmailVerificationPolicy } from './email-verification-policy'
import { defaultFees, type FeePolicy } from './fee-policy'
import { defaultGuardianPolicy, type GuardianPolicy } from './guardian-policy'
import { defaultInactivity, type InactivityPolicy } from './inactivity-policy'
import { defaultLegalHolds, type LegalHoldPolicy } from './legal-hold-policy'
import { defaultLoanPeriods, type LoanPeriods } from './loan-period'
import { defaultNetMediaPolicy, type NetMediaPolicy } from './net-media-policy'
import { defaultMessagePolicy, type MessagePolicy } from './message-policy'
import { defaultPickUpPolicy, type PickUpPolicy } from './pick-up-policy'
import { defaultOverridableRefusals, type OverridableRefusal } from './overridable-refusal'
import { defaultRenewalPolicy, type RenewalPolicy } from './renewal-policy'
import type { ProcessingPlace } from './processing-place'
import { defaultReservationPolicy, type ReservationPolicy } from './reservation-policy'

/** All values that a municipality may set. Each rule reads its values here and has no numbers of its own. */
export interface Policy {
  /** The first and the last day on which these values are in force; null where there is none. */
  readonly inForce: { readonly from: Day | null; readonly until: Day | null }
  /** The branches of the library, closed ones included. When none is named, every branch is accepted. */
  readonly branches: ReadonlyArray<Branch>
  readonly loanPeriods: LoanPeriods
  readonly closedDays: ClosedDaysByBranch
  readonly renewals: RenewalPolicy
  /** The most loans that a borrower may have at a time. */
  readonly loanLimit: number
  readonly debtLimit: DebtLimit
  /** The age in years from which a borrower counts as adult. */
  readonly adultAge: number
  readonly reservations: ReservationPolicy
  /** What staff may override with a written reason. */
  readonly overridableRefusals: ReadonlyArray<OverridableRefusal>
  readonly pickUp: PickUpPolicy
  /** Days after the due day on which an unreturned copy counts as lost and is billed. */
  readonly billedAfterDays: number
  readonly fees: FeePolicy
  readonly collection: CollectionPolicy
  readonly netMedia: NetMediaPolicy
  readonly guardians: GuardianPolicy
  readonly inactivity: InactivityPolicy
  readonly messages: MessagePolicy
  readonly emailVerification: EmailVerificationPolicy
  readonly legalHolds: LegalHoldPolicy
  readonly contacts: Contacts
  /** Where personal data lies, and who handles it. Empty: nobody has told. */
  readonly processing: ReadonlyArray<ProcessingPlace>
}

export const defaultLibraryPolicy: Policy = {
  inForce: { from: null, until: null },
  branches: [],
  loanPeriods: defaultLoanPeriods,
  closedDays: defaultClosedDays,
  renewals: defaultRenewalPolicy,
  loanLimit: 30,
  debtLimit: defaultDebtLimit,
  adultAge: defaultAdultFeeAge,
  reservations: defaultReservationPolicy,
  overridableRefusals: defaultOverridableRefusals,
  pickUp: defaultPickUpPolicy,
  billedAfterDays: 35,
  fees: defaultFees,
  collection: defaultCollectionPolicy,
  netMedia: defaultNetMediaPolicy,
  guardians: defaultGuardianPolicy,
  inactivity: defaultInactivity,
  messages: defaultMessagePolicy,
  emailVerification: defaultEmailVerification,
  legalHolds: defaultLegalHolds,
  contacts: defaultContacts,
  processing: [],
}
