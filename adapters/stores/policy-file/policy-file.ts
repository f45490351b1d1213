import type { BorrowerGroup } from '../../../domain/policy/borrower-group'
import type { BranchName } from '../../../domain/policy/branch'
import type { ClosedPeriod } from '../../../domain/policy/branch-closed-days'
import type { CollectionRecipient } from '../../../domain/policy/collection-policy'
import type { Contacts } from '../../../domain/policy/contacts'
import type { DebtLimit } from '../../../domain/policy/debt-limit'
import type { GuardianPolicy } from '../../../domain/policy/guardian-policy'
import type { InactivityPolicy } from '../../../domain/policy/inactivity-policy'
import type { NetMediaPolicy } from '../../../domain/policy/net-media-policy'
import type { EmailVerificationPolicy } from '../../../domain/policy/email-verification-policy'
import type { LegalHoldPolicy } from '../../../domain/policy/legal-hold-policy'
import type { MessagePolicy } from '../../../domain/policy/message-policy'
import type { OverridableRefusal } from '../../../domain/policy/overridable-refusal'
import type { ProcessingPlace } from '../../../domain/policy/processing-place'
import type { RenewalPolicy } from '../../../domain/policy/renewal-policy'
import type { ReservationPolicy } from '../../../domain/policy/reservation-policy'
import type { Weekday } from '../../../domain/policy/weekday'
import type { Day } from '../../../domain/values/day'
import type { BranchId, CameraId } from '../../../domain/values/ids'
import type { Ore } from '../../../domain/values/ore'
import type { lendableMaterialGroups } from './policy-schema'

/** A branch as a policy file names it. */
export interface BranchInFile {
  readonly code: BranchId
  readonly name: BranchName
  readonly address?: string
  readonly openFrom?: Day
  readonly closedFrom?: Day
  readonly takenOverBy?: BranchId
}

export interface ClosedDaysInFile {
  readonly weekdays: ReadonlyArray<Weekday>
  readonly yearly: ReadonlyArray<string>
  readonly days: ReadonlyArray<Day>
  readonly periods: ReadonlyArray<ClosedPeriod>
}

/** The values of a single branch. What is not given is that of the library. */
export interface BranchSettings {
  readonly closedDays?: Partial<ClosedDaysInFile>
  readonly pickUpDays?: number
  readonly openingHours?: Readonly<Partial<Record<Weekday, string>>>
  readonly cameras?: ReadonlyArray<CameraId>
}

export interface FeeRowInPolicyFile {
  readonly upToDays: number | null
  readonly adult: Ore
  readonly child: Ore
}

/** All values of a version, in the form of the file. */
export interface PolicySettings {
  readonly loanPeriods: Readonly<
    Record<(typeof lendableMaterialGroups)[number], Readonly<Record<BorrowerGroup, number | null>>>
  >
  readonly loanLimit: number
  readonly overridableRefusals: ReadonlyArray<OverridableRefusal>
  readonly renewals: RenewalPolicy
  readonly reservations: ReservationPolicy
  readonly pickUp: { readonly days: number; readonly setAsideAtMostDays: number }
  readonly closedDays: ClosedDaysInFile
  readonly debtLimit: DebtLimit
  readonly adultAge: number
  readonly billedAfterDays: number
  readonly fees: {
    readonly table: ReadonlyArray<FeeRowInPolicyFile>
    readonly exempt: ReadonlyArray<BorrowerGroup>
    readonly defaultPrice: Ore
    readonly handlingFee: Ore
    readonly writtenOffAfterYears: number
  }
  readonly collection: {
    readonly daysToPay: number
    readonly recipients: ReadonlyArray<CollectionRecipient>
  }
  readonly netMedia: NetMediaPolicy
  readonly guardians: GuardianPolicy
  readonly messages: MessagePolicy
  readonly inactivity: Pick<InactivityPolicy, 'noticeMonths'>
  readonly emailVerification: EmailVerificationPolicy
  readonly legalHolds: LegalHoldPolicy
  readonly contacts: Contacts
  readonly processing: ReadonlyArray<ProcessingPlace>
  readonly branches: Readonly<Partial<Record<BranchId, BranchSettings>>>
}

type PartOf<T> =
  T extends ReadonlyArray<unknown> ? T : T extends object ? { readonly [K in keyof T]?: PartOf<T[K]> } : T

/** The values that a version changes, and the day from which it is in force. */
export type PolicyVersionInFile = PartOf<PolicySettings> & { readonly from: Day }

/** A policy file, after it was checked against the schema. */
export interface PolicyFile {
  readonly branches?: ReadonlyArray<BranchInFile>
  readonly versions: ReadonlyArray<PolicyVersionInFile>
}

/** A version with all of its values. */
export interface CompletePolicyVersion {
  readonly from: Day
  readonly settings: PolicySettings
}
