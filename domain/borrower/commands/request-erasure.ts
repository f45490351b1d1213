import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import { erasureObstaclesOf, type BorrowerObligations } from '../../policy/borrower-obligations'
import {
  acceptedWithoutChange,
  decideWhenRegistered,
  type DecideFromState,
  type BorrowerDecisionResult,
} from '../decide-borrower-from-state'
import { ErasureRequested } from '../events/erasure-requested'
import { refuseForErasureObstacles } from '../borrower-refusal'
import type { RegisteredBorrower } from '../borrower-state'

/** A borrower asks for erasure. The obligations were read under the borrower's lock. */
export interface RequestErasure {
  readonly type: 'RequestErasure'
  readonly borrower: BorrowerId
  readonly obligations: BorrowerObligations
}

const requestOfRegistered =
  ({ obligations }: RequestErasure) =>
  ({ borrower }: RegisteredBorrower): BorrowerDecisionResult => {
    const obstacles = erasureObstaclesOf(obligations)
    return obstacles.length > 0 ? refuseForErasureObstacles(obstacles) : E.right([ErasureRequested({ borrower }, {})])
  }

/**
 * "Erasure on request only when everything is returned and paid; until then the answer says what stands in the way." A
 * repeat is accepted and changes nothing. Refused: `BorrowerIsUnknown`, `HoldsOrOwes`.
 */
export const decideRequestErasure =
  (command: RequestErasure): DecideFromState =>
  (state) =>
    state._tag === 'ErasureRequested'
      ? acceptedWithoutChange
      : decideWhenRegistered(requestOfRegistered(command))(state)
