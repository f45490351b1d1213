import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import { obstaclesOf, type Holdings } from '../../policy/holdings'
import { nothingNew, whenRegistered, type Decision, type Outcome } from '../decision'
import { ErasureRequested } from '../events/erasure-requested'
import { holdsOrOwes } from '../refusal'
import type { Registered } from '../state'

/** A borrower asks to be forgotten. What is held and owed was read with the borrower's gate closed. */
export interface RequestErasure {
  readonly type: 'RequestErasure'
  readonly borrower: BorrowerId
  readonly holdings: Holdings
}

const erase =
  ({ holdings }: RequestErasure) =>
  ({ borrower }: Registered): Outcome => {
    const obstacles = obstaclesOf(holdings)
    return obstacles.length > 0 ? holdsOrOwes(obstacles) : E.right([ErasureRequested({ borrower }, {})])
  }

/**
 * "Erasure on request only when everything is returned and paid; until then the answer says what stands in the way."
 * Asking twice is accepted, and changes nothing. Refused: `BorrowerIsUnknown`, `HoldsOrOwes`.
 */
export const requestErasure =
  (command: RequestErasure): Decision =>
  (state) =>
    state._tag === 'ErasureRequested' ? nothingNew : whenRegistered(erase(command))(state)
