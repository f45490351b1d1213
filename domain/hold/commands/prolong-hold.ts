import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { HoldId } from '../../values/ids'
import { decideWhenStanding, refuseHoldCommand, type DecideFromState } from '../decide-from-state'
import { HoldProlonged } from '../events/hold-prolonged'
import { isAllowedLastDayOfHold, latestLastDayOfLegalHold } from '../longest-hold'

/** Prolongs a legal hold that stands. */
export interface ProlongHold {
  readonly type: 'ProlongHold'
  readonly hold: HoldId
  /** The last day of a month, later than the present one. */
  readonly lastDay: Day
  readonly by: string
  readonly why: string
  /** Today. */
  readonly on: Day
}

/** Refused: `HoldIsUnknown`, `HoldIsOver`, `LastDayIsNotAllowed`, `LastDayIsNotLater`. */
export const decideProlongHold = ({ hold, lastDay, by, why, on }: ProlongHold): DecideFromState =>
  decideWhenStanding(on)(({ borrower, lastDay: present }) => {
    if (!isAllowedLastDayOfHold(on)(lastDay))
      return refuseHoldCommand({ _tag: 'LastDayIsNotAllowed', latestLastDay: latestLastDayOfLegalHold(on) })
    return lastDay > present
      ? E.right([HoldProlonged({ hold, lastDay }, { hold: { borrower, by, why } })])
      : refuseHoldCommand({ _tag: 'LastDayIsNotLater' })
  })
