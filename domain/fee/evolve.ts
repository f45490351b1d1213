import { erased, plain, type Remembered } from '../event/remembered'
import type { FeeJoined } from './events/fee-joined'
import type { FeeLevied } from './events/fee-levied'
import type { FeeSettled } from './events/fee-settled'
import type { FeeEvent } from './fee-event'
import type { FeeDebt, FeeState } from './state'

const debtOf = ({ sealed: { fee } }: FeeLevied): Remembered<FeeDebt> => {
  if (fee._tag === 'Erased') return erased
  const { borrower, amount, items } = fee.value
  return plain({ borrower, amount, copies: items.map(({ copy }) => copy) })
}

const toOwed = (event: FeeLevied): FeeState => ({
  _tag: 'Owed',
  fee: event.open.fee,
  kind: event.open.kind,
  debt: debtOf(event),
})

const addJoinedCopy =
  ({ sealed: { fee } }: FeeJoined) =>
  (debt: Remembered<FeeDebt>): Remembered<FeeDebt> =>
    fee._tag === 'Erased' || debt._tag === 'Erased'
      ? erased
      : plain({ ...debt.value, copies: [...debt.value.copies, fee.value.item.copy] })

const toSettled = (event: FeeSettled, state: FeeState): FeeState =>
  state._tag === 'Owed' ? { _tag: 'Settled', fee: state.fee, kind: state.kind, settledOn: event.open.settledOn } : state

/** The state of a fee after an event. The event before `FeeSettled` says how the fee was settled. */
export const evolve =
  (event: FeeEvent) =>
  (state: FeeState): FeeState => {
    switch (event.type) {
      case 'FeeLevied':
        return toOwed(event)
      case 'FeeJoined':
        return state._tag === 'Owed' ? { ...state, debt: addJoinedCopy(event)(state.debt) } : state
      case 'FeeSettled':
        return toSettled(event, state)
      case 'FeePaid':
      case 'FeeWaived':
      case 'FeeCancelled':
        return state
    }
  }
