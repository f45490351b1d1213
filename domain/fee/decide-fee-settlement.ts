import { either as E } from 'fp-ts'
import type { Day } from '../values/day'
import type { DecideFromState } from './decide-from-state'
import { FeeSettled } from './events/fee-settled'
import type { FeeEvent } from './fee-event'
import { refuseFeeCommand } from './refusal'
import type { FeeDebt } from './state'

/**
 * Settles a fee: the settling event, then `FeeSettled`, whose day starts the period to its erasure. Refused:
 * `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`.
 */
export const decideFeeSettlement =
  (on: Day) =>
  (settlingEvent: (debt: FeeDebt) => FeeEvent): DecideFromState =>
  (state) => {
    if (state._tag === 'Unlevied') return refuseFeeCommand('FeeIsUnknown')
    if (state._tag === 'Settled') return refuseFeeCommand('FeeIsSettled')
    if (state.debt._tag === 'Erased') return refuseFeeCommand('FeeIsForgotten')
    return E.right([settlingEvent(state.debt.value), FeeSettled({ fee: state.fee, settledOn: on }, {})])
  }
