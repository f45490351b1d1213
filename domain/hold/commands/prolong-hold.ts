import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { HoldId } from '../../values/ids'
import {
  decideWhenLegalHoldStands,
  refuseLegalHoldCommand,
  type DecideFromState,
} from '../decide-legal-hold-from-state'
import { HoldProlonged } from '../events/hold-prolonged'
import { isAllowedLastDayOfLegalHold, latestLastDayOfLegalHold } from '../longest-legal-hold'

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
export const decideProlongLegalHold = ({ hold, lastDay, by, why, on }: ProlongHold): DecideFromState =>
  decideWhenLegalHoldStands(on)(({ borrower, lastDay: present }) => {
    if (!isAllowedLastDayOfLegalHold(on)(lastDay))
      return refuseLegalHoldCommand({ _tag: 'LastDayIsNotAllowed', latestLastDay: latestLastDayOfLegalHold(on) })
    return lastDay > present
      ? E.right([HoldProlonged({ hold, lastDay }, { hold: { borrower, by, why } })])
      : refuseLegalHoldCommand({ _tag: 'LastDayIsNotLater' })
  })
