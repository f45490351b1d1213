import type { BranchClosedDays } from '../../domain/policy/branch-closed-days'
import type { Policy } from '../../domain/policy/policy'
import { policyOfVersions, type PolicyByDay } from '../../domain/policy/policy-by-day'
import { addDays, weekdayOf, type Day } from '../../domain/values/day'
import type { BranchId } from '../../domain/values/ids'
import { addMonths, monthOf } from '../../domain/values/month'

/** Days on which branches are closed, added to the policy when copies are on loan and wait that are due on these days. */
interface LateClosing {
  /** From this day on the library knows of it. */
  readonly addedOn: Day
  readonly from: Day
  readonly to: Day
  readonly branches: ReadonlyArray<BranchId>
}

/** Each month has one: of one branch in turn, and in every third month of all. */
export const lateClosingsOf = (startOn: Day, branches: ReadonlyArray<BranchId>): ReadonlyArray<LateClosing> =>
  Array.from({ length: 13 }, (_, n) => n).map((n) => {
    const addedOn = `${addMonths(n)(monthOf(startOn))}-04` as Day
    const [from, to] = [addDays(6)(addedOn), addDays(8)(addedOn)]
    return { addedOn, from, to, branches: n % 3 === 1 ? branches : [branches[n % branches.length]!] }
  })

const sundays: BranchClosedDays = { weekdays: [0], yearly: [], days: [], periods: [] }

/** The branches are closed on Sundays, and on what was added until a day. */
export const policyWithClosings = (
  policy: Policy,
  branches: ReadonlyArray<BranchId>,
  closings: ReadonlyArray<LateClosing>,
): PolicyByDay => {
  const closedDaysFrom = (day: Day): Policy['closedDays'] => {
    const known = closings.filter(({ addedOn }) => addedOn <= day)
    const closedAt = (branch: BranchId) => ({
      ...sundays,
      periods: known.filter((one) => one.branches.includes(branch)),
    })
    return { branches: Object.fromEntries(branches.map((branch) => [branch, closedAt(branch)])), otherwise: sundays }
  }
  return policyOfVersions(
    policy,
    closings.map(({ addedOn }) => ({ from: addedOn, policy: { ...policy, closedDays: closedDaysFrom(addedOn) } })),
  )
}

/** Whether a branch is closed on a day, as the library knows it on an earlier one. */
export const isClosedAt =
  (closings: ReadonlyArray<LateClosing>) =>
  (branch: BranchId, knownOn: Day) =>
  (day: Day): boolean =>
    weekdayOf(day) === 0 ||
    closings.some(
      ({ addedOn, from, to, branches }) => addedOn <= knownOn && from <= day && day <= to && branches.includes(branch),
    )
