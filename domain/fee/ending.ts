import { either as E } from 'fp-ts'
import type { Day } from '../values/day'
import type { Decision } from './decision'
import { FeeSettled } from './events/fee-settled'
import type { FeeEvent } from './fee-event'
import { refuse } from './refusal'
import type { Debt } from './state'

/**
 * Ends a fee that is owed: what ended it, then `FeeSettled`, from whose day it is forgotten.
 * Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`.
 */
export const ending =
  (on: Day) =>
  (by: (debt: Debt) => FeeEvent): Decision =>
  (state) => {
    if (state._tag === 'Unlevied') return refuse('FeeIsUnknown')
    if (state._tag === 'Settled') return refuse('FeeIsSettled')
    if (state.debt._tag === 'Erased') return refuse('FeeIsForgotten')
    return E.right([by(state.debt.value), FeeSettled({ fee: state.fee, settledOn: on }, {})])
  }
