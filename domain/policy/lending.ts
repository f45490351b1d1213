import type { Day } from '../values/day'
import { isOldEnough } from './age'
import { hasBlock, owesTooMuch } from './blocks'
import type { LendingRefusalTag } from './lending-refusal'
import { loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { Policy } from './policy'
import { refuseWhen, type Rule } from './rule'
import type { Standing } from './standing'

/** Whether a copy can be handed over, or what has become of it. */
export type Availability =
  'available' | Extract<LendingRefusalTag, 'copyOnLoan' | 'copyLost' | 'copyWithdrawn' | 'copySetAsideForAnother'>

/** What is looked at before a copy is lent. */
export interface LendingCase {
  readonly policy: Policy
  readonly standing: Standing
  readonly material: { readonly group: MaterialGroup; readonly ageLimit: number | null }
  readonly availability: Availability
  readonly day: Day
}

export type LendingRule = Rule<LendingCase, LendingRefusalTag>

const copyIs = (tag: Exclude<Availability, 'available'>): LendingRule =>
  refuseWhen<LendingRefusalTag>(tag)((of) => of.availability === tag)

/** "Any block refuses lending." */
export const borrowerIsNotBlocked: LendingRule = refuseWhen<LendingRefusalTag>('borrowerBlocked')(({ standing }) =>
  hasBlock(standing),
)

/** "Debt of 200 kr or more" is a block that nobody sets. */
export const debtIsUnderItsLimit: LendingRule = refuseWhen<LendingRefusalTag>('debtOverLimit')(({ policy, standing }) =>
  owesTooMuch(policy)(standing),
)

export const materialIsLent: LendingRule = refuseWhen<LendingRefusalTag>('materialNotLent')(
  ({ policy, material, standing }) => loanPeriod(policy.loanPeriods)(material.group, standing.group) === undefined,
)

/** "Materials may carry an age limit, checked against the birth date." */
export const borrowerIsOldEnough: LendingRule = refuseWhen<LendingRefusalTag>('belowAgeLimit')(
  ({ material, standing, day }) => !isOldEnough(material.ageLimit)(standing.birthDate)(day),
)

export const loansAreUnderTheirLimit: LendingRule = refuseWhen<LendingRefusalTag>('loanLimitReached')(
  ({ policy, standing }) => standing.loans.length >= policy.loanLimit,
)

/** All rules of lending: what is wrong with the copy first, then what stands against the borrower. */
export const lendingRules: ReadonlyArray<LendingRule> = [
  copyIs('copyOnLoan'),
  copyIs('copyLost'),
  copyIs('copyWithdrawn'),
  copyIs('copySetAsideForAnother'),
  materialIsLent,
  borrowerIsNotBlocked,
  debtIsUnderItsLimit,
  borrowerIsOldEnough,
  loansAreUnderTheirLimit,
]
