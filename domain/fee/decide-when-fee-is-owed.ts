import type { Either } from 'fp-ts/Either'
import type { DecideFromState } from './decide-fee-from-state'
import type { FeeEvent } from './fee-event'
import { refuseFeeCommand, type FeeRefusal } from './fee-refusal'
import type { FeeDetails, OwedFee } from './fee-state'

/**
 * Decides for a fee that a borrower owes. Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`,
 * `FeeIsForgotten`.
 */
export const decideWhenFeeIsOwed =
  (decide: (debt: FeeDetails, owed: OwedFee) => Either<FeeRefusal, ReadonlyArray<FeeEvent>>): DecideFromState =>
  (state) => {
    if (state._tag === 'Unlevied') return refuseFeeCommand('FeeIsUnknown')
    if (state._tag === 'Settled') return refuseFeeCommand('FeeIsSettled')
    if (state._tag === 'Granted') return refuseFeeCommand('FeeIsAReimbursement')
    return state.debt._tag === 'Erased' ? refuseFeeCommand('FeeIsForgotten') : decide(state.debt.value, state)
  }
