import type { Day } from '../values/day'
import type { BranchId, CameraId } from '../values/ids'
import type { Weekday } from './weekday'

/** The name of a branch in Danish and English. */
export interface BranchName {
  readonly da: string
  readonly en: string
}

/** A branch of the library, as the library names it. */
export interface Branch {
  readonly code: BranchId
  readonly name: BranchName
  readonly address: string | null
  /** Opening hours by weekday, such as `10:00-18:00`; null when none are given. */
  readonly openingHours: Readonly<Partial<Record<Weekday, string>>> | null
  /** The cameras of its video surveillance; none when it has none. */
  readonly cameras: ReadonlyArray<CameraId>
  /** The first day of the branch; null when it has always been there. */
  readonly openFrom: Day | null
  /** The first day on which the branch is no longer there; null when it stays. */
  readonly closedFrom: Day | null
  /** The branch that takes over what waits here, once this one is closed. */
  readonly takenOverBy: BranchId | null
}

/** Whether a branch is there on a day. */
export const isBranchThere =
  (day: Day) =>
  ({ openFrom, closedFrom }: Branch): boolean =>
    (openFrom === null || openFrom <= day) && (closedFrom === null || day < closedFrom)

/** The branch that takes over from a closed one, or from those that took over before it. */
const successorOf =
  (branches: ReadonlyArray<Branch>, day: Day) =>
  (code: BranchId, passed: ReadonlyArray<BranchId>): BranchId => {
    const branch = branches.find((candidate) => candidate.code === code)
    if (branch === undefined || branch.closedFrom === null || day < branch.closedFrom) return code
    return branch.takenOverBy === null || passed.includes(branch.takenOverBy)
      ? code
      : successorOf(branches, day)(branch.takenOverBy, [...passed, code])
  }

/** The branch itself while it is there, or else the one that has taken over from it. An unnamed branch is itself. */
export const branchOrSuccessor =
  (branches: ReadonlyArray<Branch>) =>
  (day: Day) =>
  (code: BranchId): BranchId =>
    successorOf(branches, day)(code, [])
