import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { Month } from '../../values/month'
import { obstaclesOf, type Holdings } from '../../policy/holdings'
import { lapsesWith } from '../../policy/inactivity'
import type { Policy } from '../../policy/policy'
import { nothingNew, whenRegistered, type Decision, type Outcome } from '../decision'
import { BorrowerLapsed } from '../events/borrower-lapsed'
import { holdsOrOwes, refuse } from '../refusal'
import type { Registered } from '../state'

/** A month's closing ends the registration of somebody inactive. */
export interface LapseBorrower {
  readonly type: 'LapseBorrower'
  readonly borrower: BorrowerId
  /** The month that closes. */
  readonly month: Month
  readonly holdings: Holdings
}

const end =
  ({ inactivity }: Policy) =>
  ({ month, holdings }: LapseBorrower) =>
  ({ borrower, lastSeen }: Registered): Outcome => {
    if (month < lapsesWith(inactivity)(lastSeen)) return refuse('StillWithinInactivityPeriod')
    const obstacles = obstaclesOf(holdings)
    return obstacles.length > 0 ? holdsOrOwes(obstacles) : E.right([BorrowerLapsed({ borrower, lapsedIn: month }, {})])
  }

/**
 * "Inactive for 2 years, owing nothing and holding nothing: erased." Once; again changes nothing.
 * Refused: `BorrowerIsUnknown`, `StillWithinInactivityPeriod`, `HoldsOrOwes`.
 */
export const lapse =
  (policy: Policy) =>
  (command: LapseBorrower): Decision =>
  (state) =>
    state._tag === 'Lapsed' ? nothingNew : whenRegistered(end(policy)(command))(state)
