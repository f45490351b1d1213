import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { Month } from '../../values/month'
import { erasureObstaclesOf, type BorrowerObligations } from '../../policy/borrower-obligations'
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
  ({ month, obligations }: LapseBorrower) =>
  ({ borrower, lapsesIn, blocks }: RegisteredBorrower): BorrowerDecisionResult => {
    const isAnnounced = lapsesIn !== null && month >= lapsesIn
    if (!isAnnounced && !blocks.some(isBlockedFor('D'))) return refuseBorrowerCommand('StillWithinInactivityPeriod')
    const obstacles = erasureObstaclesOf(obligations)
    return obstacles.length > 0
      ? refuseForErasureObstacles(obstacles)
      : E.right([BorrowerLapsed({ borrower, lapsedIn: month }, {})])
  }

/**
 * "Inactive for 2 years, owing nothing and holding nothing: erased, after a notice." So is a borrower who has died, without
 * waiting and without a notice. A repeat changes nothing. Refused: `BorrowerIsUnknown`, `StillWithinInactivityPeriod` (also
 * before the erasure is announced), `HoldsOrOwes`.
 */
export const decideLapseBorrower =
  (command: LapseBorrower): DecideFromState =>
  (state) =>
    state._tag === 'Lapsed' ? acceptedWithoutChange : decideWhenRegistered(lapseRegistered(command))(state)
