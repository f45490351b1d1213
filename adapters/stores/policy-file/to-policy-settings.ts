import { BorrowerGroup } from '../../../domain/policy/borrower-group'
import type { BranchClosedDays } from '../../../domain/policy/branch-closed-days'
import type { FeesByDaysOverdue } from '../../../domain/policy/fees-by-days-overdue'
import type { LoanPeriods } from '../../../domain/policy/loan-period'
import type { Policy } from '../../../domain/policy/policy'
import { weekdays } from '../../../domain/policy/weekday'
import type { BranchId } from '../../../domain/values/ids'
import type { BranchSettings, ClosedDaysInFile, FeeRowInPolicyFile, PolicySettings } from './policy-file'
import { lendableMaterialGroups } from './policy-schema'

const borrowerGroups = Object.keys(BorrowerGroup.keys) as ReadonlyArray<BorrowerGroup>

const periodsInFile = ({ days }: LoanPeriods): PolicySettings['loanPeriods'] =>
  Object.fromEntries(
    lendableMaterialGroups.map((material) => [
      material,
      Object.fromEntries(borrowerGroups.map((group) => [group, days[material][group] ?? null])),
    ]),
  ) as PolicySettings['loanPeriods']

const closedDaysInFile = ({ weekdays: numbers, ...closedDays }: BranchClosedDays): ClosedDaysInFile => ({
  ...closedDays,
  weekdays: weekdays.filter((_, number) => numbers.includes(number)),
})

const feeRowsInFile = (table: FeesByDaysOverdue): ReadonlyArray<FeeRowInPolicyFile> =>
  table.map(({ upToDays, owed }) => ({ upToDays: Number.isFinite(upToDays) ? upToDays : null, ...owed }))

const branchSettingsOf =
  ({ closedDays, pickUp, branches }: Policy) =>
  (code: BranchId): BranchSettings => {
    const closed = closedDays.branches[code]
    const pickUpDays = pickUp.daysByBranch?.[code]
    const { openingHours, cameras = [] } = branches.find((branch) => branch.code === code) ?? {}
    const hours = openingHours ?? undefined
    return {
      ...(closed === undefined ? {} : { closedDays: closedDaysInFile(closed) }),
      ...(pickUpDays === undefined ? {} : { pickUpDays }),
      ...(hours === undefined ? {} : { openingHours: hours }),
      ...(cameras.length === 0 ? {} : { cameras }),
    }
  }

/** All values of a policy, in the form of a policy file. */
export const toPolicySettings = (policy: Policy): PolicySettings => ({
  loanPeriods: periodsInFile(policy.loanPeriods),
  loanLimit: policy.loanLimit,
  overridableRefusals: policy.overridableRefusals,
  renewals: policy.renewals,
  reservations: policy.reservations,
  pickUp: { days: policy.pickUp.days, setAsideAtMostDays: policy.pickUp.setAsideAtMostDays },
  closedDays: closedDaysInFile(policy.closedDays.otherwise),
  debtLimit: policy.debtLimit,
  adultAge: policy.adultAge,
  billedAfterDays: policy.billedAfterDays,
  messages: policy.messages,
  emailVerification: policy.emailVerification,
  legalHolds: policy.legalHolds,
  contacts: policy.contacts,
  processing: policy.processing,
  fees: {
    table: feeRowsInFile(policy.fees.table),
    exempt: policy.fees.exempt,
    defaultPrice: policy.fees.defaultPrice,
    handlingFee: policy.fees.handlingFee,
    writtenOffAfterYears: policy.fees.writtenOffAfterYears,
  },
  collection: {
    daysToPay: policy.collection.daysToPay,
    recipients: policy.collection.recipient === null ? [] : [policy.collection.recipient],
  },
  netMedia: policy.netMedia,
  guardians: policy.guardians,
  inactivity: { noticeMonths: policy.inactivity.noticeMonths },
  branches: Object.fromEntries(policy.branches.map(({ code }) => [code, branchSettingsOf(policy)(code)])),
})
