import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { Month } from '../../values/month'
import { erasureObstaclesOf, type BorrowerObligations } from '../../policy/borrower-obligations'
import { lapseMonthOf } from '../../policy/inactivity-policy'
import type { Policy } from '../../policy/policy'
import {
  acceptedWithoutChange,
  decideWhenRegistered,
  type DecideFromState,
  type BorrowerDecisionResult,
} from '../decide-borrower-from-state'
import { BorrowerLapsed } from '../events/borrower-lapsed'
import { refuseForErasureObstacles, refuseBorrowerCommand } from '../borrower-refusal'
import { isBlockedFor } from './block-borrower'
import type { RegisteredBorrower } from '../borrower-state'

/** Ends the registration of a borrower who is inactive or has died, as part of a month's closing. */
export interface LapseBorrower {
  readonly type: 'LapseBorrower'
  readonly borrower: BorrowerId
  /** The month that closes. */
  readonly month: Month
  readonly obligations: BorrowerObligations
}

const lapseRegistered =
  ({ inactivity }: Policy) =>
  ({ month, obligations }: LapseBorrower) =>
  ({ borrower, lastSeen, blocks }: RegisteredBorrower): BorrowerDecisionResult => {
    if (month < lapseMonthOf(inactivity)(lastSeen) && !blocks.some(isBlockedFor('D')))
      return refuseBorrowerCommand('StillWithinInactivityPeriod')
    const obstacles = erasureObstaclesOf(obligations)
    return obstacles.length > 0
      ? refuseForErasureObstacles(obstacles)
      : E.right([BorrowerLapsed({ borrower, lapsedIn: month }, {})])
  }

/**
 * "Inactive for 2 years, owing nothing and holding nothing: erased." So is a borrower who has died, without waiting; the event
 * does not tell which of them it was. A repeat changes nothing. Refused:
 * `BorrowerIsUnknown`, `StillWithinInactivityPeriod`, `HoldsOrOwes`.
 */
export const decideLapseBorrower =
  (policy: Policy) =>
  (command: LapseBorrower): DecideFromState =>
  (state) =>
    state._tag === 'Lapsed' ? acceptedWithoutChange : decideWhenRegistered(lapseRegistered(policy)(command))(state)
