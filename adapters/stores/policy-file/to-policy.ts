import { branchOrSuccessor, type Branch } from '../../../domain/policy/branch'
import type { BranchClosedDays, ClosedDaysByBranch } from '../../../domain/policy/branch-closed-days'
import type { LoanPeriods, LoanPeriodDaysByBorrowerGroup } from '../../../domain/policy/loan-period'
import { defaultLibraryPolicy, type Policy } from '../../../domain/policy/policy'
import { policyOfVersions, type PolicyByDay } from '../../../domain/policy/policy-by-day'
import { addDays, type Day } from '../../../domain/values/day'
import type { BranchInFile, FeeRowInPolicyFile, PolicyFile, PolicySettings, CompletePolicyVersion } from './policy-file'
import { lendableMaterialGroups } from './policy-schema'
import { toPolicySettings } from './to-policy-settings'
import { toClosedDays } from './to-closed-days'
import { completePolicyVersions } from './complete-policy-versions'

type PeriodsInFile = PolicySettings['loanPeriods'][keyof PolicySettings['loanPeriods']]

const lentPeriods = (periods: PeriodsInFile): LoanPeriodDaysByBorrowerGroup =>
  Object.fromEntries(Object.entries(periods).filter(([, days]) => days !== null))

const toLoanPeriods = (periods: PolicySettings['loanPeriods']): LoanPeriods => ({
  days: {
    ...defaultLibraryPolicy.loanPeriods.days,
    ...Object.fromEntries(lendableMaterialGroups.map((material) => [material, lentPeriods(periods[material])])),
  },
  otherwise: periods.standard.adult ?? defaultLibraryPolicy.loanPeriods.otherwise,
})

/** A closed branch has the closed days of the one that has taken over: a loan from there is returned elsewhere. */
const closedDaysFrom = (
  { closedDays, branches: settings }: PolicySettings,
  branches: ReadonlyArray<BranchInFile>,
  day: Day,
): ClosedDaysByBranch => {
  const inForce = branchOrSuccessor(branches.map(toBranch(settings)))(day)
  const closedDaysOf = ({ code }: BranchInFile): BranchClosedDays =>
    toClosedDays({ ...closedDays, ...settings[inForce(code)]?.closedDays })
  return {
    branches: Object.fromEntries(branches.map((branch) => [branch.code, closedDaysOf(branch)])),
    otherwise: toClosedDays(closedDays),
  }
}

const toBranch =
  (settings: PolicySettings['branches']) =>
  ({ code, name, address, openFrom, closedFrom, takenOverBy }: BranchInFile): Branch => ({
    code,
    name,
    address: address ?? null,
    openingHours: settings[code]?.openingHours ?? null,
    cameras: settings[code]?.cameras ?? [],
    openFrom: openFrom ?? null,
    closedFrom: closedFrom ?? null,
    takenOverBy: takenOverBy ?? null,
  })

const toFeeRow = ({ upToDays, adult, child }: FeeRowInPolicyFile): Policy['fees']['table'][number] => ({
  upToDays: upToDays ?? Infinity,
  owed: { adult, child },
})

const toPolicy = (settings: PolicySettings, branches: ReadonlyArray<BranchInFile>): Omit<Policy, 'closedDays'> => ({
  ...defaultLibraryPolicy,
  branches: branches.map(toBranch(settings.branches)),
  loanPeriods: toLoanPeriods(settings.loanPeriods),
  loanLimit: settings.loanLimit,
  overridableRefusals: settings.overridableRefusals,
  renewals: settings.renewals,
  reservations: settings.reservations,
  pickUp: {
    ...settings.pickUp,
    daysByBranch: Object.fromEntries(
      Object.entries(settings.branches).flatMap(([code, branch]) =>
        branch?.pickUpDays === undefined ? [] : [[code, branch.pickUpDays]],
      ),
    ),
  },
  debtLimit: settings.debtLimit,
  adultAge: settings.adultAge,
  billedAfterDays: settings.billedAfterDays,
  messages: settings.messages,
  emailVerification: settings.emailVerification,
  legalHolds: settings.legalHolds,
  contacts: settings.contacts,
  processing: settings.processing,
  fees: { ...settings.fees, table: settings.fees.table.map(toFeeRow) },
  collection: {
    daysToPay: settings.collection.daysToPay,
    recipient: settings.collection.recipients[0] ?? null,
  },
  netMedia: settings.netMedia,
  guardians: settings.guardians,
  inactivity: { ...defaultLibraryPolicy.inactivity, ...settings.inactivity },
})

const defaultSettings = toPolicySettings(defaultLibraryPolicy)

const beginning = '0001-01-01' as Day

/** The closed days from a day on, with those of all versions, and those that branches that close bring. */
const closedDaysAsKnown =
  (versions: ReadonlyArray<CompletePolicyVersion>, branches: ReadonlyArray<BranchInFile>) =>
  (from: Day): ClosedDaysByBranch => {
    const closedDaysOn = (day: Day): ClosedDaysByBranch =>
      closedDaysFrom(versions.findLast((version) => version.from <= day)?.settings ?? defaultSettings, branches, day)
    const changes = [
      ...versions.map((version) => version.from),
      ...branches.flatMap((branch) => branch.closedFrom ?? []),
    ]
    const first = { from: beginning, closedDays: closedDaysOn(beginning) }
    const others = [...new Set(changes)].sort().map((day) => ({ from: day, closedDays: closedDaysOn(day) }))
    return { ...closedDaysOn(from), versions: [first, ...others] }
  }

/**
 * The policy of a checked file, by day. Before the first version the defaults are in force, for the same branches.
 * Whether a branch is closed on a day is told by the version in force on that day.
 */
export const toPolicyByDay = (file: PolicyFile): PolicyByDay => {
  const { branches = [] } = file
  const versions = completePolicyVersions(file)
  const closedDays = closedDaysAsKnown(versions, branches)
  const policyFrom = (settings: PolicySettings, from: Day | null, next: CompletePolicyVersion | undefined): Policy => ({
    ...toPolicy(settings, branches),
    closedDays: closedDays(from ?? beginning),
    inForce: { from, until: next === undefined ? null : addDays(-1)(next.from) },
  })
  return policyOfVersions(
    policyFrom(defaultSettings, null, versions[0]),
    versions.map(({ from, settings }, index) => ({ from, policy: policyFrom(settings, from, versions[index + 1]) })),
  )
}
