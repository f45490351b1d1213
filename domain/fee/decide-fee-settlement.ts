import { either as E } from 'fp-ts'
import type { Day } from '../values/day'
import type { DecideFromState } from './decide-fee-from-state'
import { FeeSettled } from './events/fee-settled'
import type { SettlingEvent } from './fee-event'
import { refuseFeeCommand } from './fee-refusal'
import type { FeeDetails, GrantedReimbursement, OwedFee } from './fee-state'

/** What a command settles. */
type Settles = OwedFee['_tag'] | GrantedReimbursement['_tag']

/**
 * Settles a fee or a reimbursement: the settling event, then `FeeSettled`, whose day starts the period to its erasure.
 * Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsNoReimbursement`, `FeeIsForgotten`.
 */
export const decideFeeSettlement =
  (settles: ReadonlyArray<Settles>, on: Day) =>
  (settlingEvent: (debt: FeeDetails) => SettlingEvent): DecideFromState =>
  (state) => {
    if (state._tag === 'Unlevied') return refuseFeeCommand('FeeIsUnknown')
    if (state._tag === 'Settled') return refuseFeeCommand('FeeIsSettled')
    if (!settles.includes(state._tag))
      return refuseFeeCommand(state._tag === 'Granted' ? 'FeeIsAReimbursement' : 'FeeIsNoReimbursement')
    if (state.debt._tag === 'Erased') return refuseFeeCommand('FeeIsForgotten')
    return E.right([settlingEvent(state.debt.value), FeeSettled({ fee: state.fee, settledOn: on }, {})])
  }
