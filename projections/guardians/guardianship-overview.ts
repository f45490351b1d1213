import { sumOfOre, type Ore } from '../../domain/values/ore'
import { doesGuardianSeeTitlesOn, isMinorOn, type GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import type { BorrowerOverview } from '../borrower-overview/borrower-overview'
import type { FeeInOverview } from '../borrower-overview/fees-in-overview'

/** A fee as the guardian sees it: without its items, which name titles, from the age on from which those are the child's own. */
export type FeeForGuardian = Omit<FeeInOverview, 'items'> & Partial<Pick<FeeInOverview, 'items'>>

/** What a guardian sees of the child. */
export interface ChildForGuardian {
  readonly child: { readonly name: string }
  /** In øre. */
  readonly owed: Ore
  readonly fees: ReadonlyArray<FeeForGuardian>
}

const withoutItems = ({ items: _items, ...fee }: FeeInOverview): FeeForGuardian => fee

/**
 * "Sees titles only of children below 15". From the 18th birthday on "nothing new reaches the guardian": of the fees those that
 * were levied before it and are not settled, and of the balance what these come to.
 */
export const childForGuardian =
  (policy: GuardianPolicy, today: Day) =>
  ({ record, fees, balance }: Pick<BorrowerOverview, 'record' | 'fees' | 'balance'>): ChildForGuardian => {
    const isMinor = isMinorOn(policy)(record.birthDate)
    const fromBefore = fees.filter(({ leviedOn, settledOn }) => settledOn === null && isMinor(leviedOn))
    const shown = isMinor(today) ? fees : fromBefore
    return {
      child: { name: record.name },
      owed: isMinor(today) ? balance.owed : sumOfOre(fromBefore.map(({ amount }) => amount)),
      fees: doesGuardianSeeTitlesOn(policy)(record.birthDate)(today) ? shown : shown.map(withoutItems),
    }
  }
