import type { Day } from '../values/day'
import { isBorrowerOldEnough } from './age-rules'
import { hasAnyBlock, owesTooMuch } from './is-borrower-blocked'
import type { LendingRefusalTag } from './lending-refusal'
import type { OverridableRules } from './check-rules-unless-overridden'
import { causesOfRefusalByBlocks, type CauseOfRefusal } from './overridable-refusal'
import { loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { Policy } from './policy'
import { refuseWhen, type PolicyRule } from './policy-rule'
import type { BorrowerStanding } from './borrower-standing'

/** Whether a copy can be lent, or why not. */
export type CopyAvailability =
  'available' | Extract<LendingRefusalTag, 'copyOnLoan' | 'copyLost' | 'copyWithdrawn' | 'copySetAsideForAnother'>

/** What the rules of lending check. */
interface LendingCase {
  readonly policy: Policy
  readonly standing: BorrowerStanding
  readonly material: { readonly group: MaterialGroup; readonly ageLimit: number | null }
  readonly availability: CopyAvailability
  readonly day: Day
}

type LendingRule = PolicyRule<LendingCase, LendingRefusalTag>

const copyIs = (tag: Exclude<CopyAvailability, 'available'>): LendingRule =>
  refuseWhen<LendingRefusalTag>(tag)((of) => of.availability === tag)

/** "Any block refuses lending." */
const borrowerIsNotBlocked: LendingRule = refuseWhen<LendingRefusalTag>('borrowerBlocked')(({ standing }) =>
  hasAnyBlock(standing),
)

/** "Debt of 200 kr or more" blocks without a block being set. */
const debtIsUnderLimit: LendingRule = refuseWhen<LendingRefusalTag>('debtOverLimit')(({ policy, standing }) =>
  owesTooMuch(policy)(standing),
)

const materialIsLent: LendingRule = refuseWhen<LendingRefusalTag>('materialNotLent')(
  ({ policy, material, standing }) => loanPeriod(policy.loanPeriods)(material.group, standing.group) === undefined,
)

/** "Materials may carry an age limit, checked against the birth date." */
const borrowerIsOldEnough: LendingRule = refuseWhen<LendingRefusalTag>('belowAgeLimit')(
  ({ material, standing, day }) => !isBorrowerOldEnough(material.ageLimit)(standing.birthDate)(day),
)

const loanLimitIsNotReached: LendingRule = refuseWhen<LendingRefusalTag>('loanLimitReached')(
  ({ policy, standing }) => standing.loans.length >= policy.loanLimit,
)

/** All rules of lending: those about the copy first, then those about the borrower. */
export const lendingRules: ReadonlyArray<LendingRule> = [
  copyIs('copyOnLoan'),
  copyIs('copyLost'),
  copyIs('copyWithdrawn'),
  copyIs('copySetAsideForAnother'),
  materialIsLent,
  borrowerIsNotBlocked,
  debtIsUnderLimit,
  borrowerIsOldEnough,
  loanLimitIsNotReached,
]

const causes: Readonly<Partial<Record<LendingRefusalTag, CauseOfRefusal>>> = {
  debtOverLimit: 'debtOverLimit',
  loanLimitReached: 'loanLimitReached',
}

/** What stands behind a refusal to lend. */
const causesOf =
  ({ standing }: LendingCase) =>
  (refusal: LendingRefusalTag): ReadonlyArray<CauseOfRefusal> =>
    refusal === 'borrowerBlocked' ? causesOfRefusalByBlocks(standing.blocks) : [causes[refusal] ?? 'neverOverridable']

/** The rules of lending, which staff may override in part. */
export const overridableLendingRules: OverridableRules<LendingCase, LendingRefusalTag> = {
  rules: lendingRules,
  causesOf,
}
