import { erased, plain, type Remembered } from '../event/remembered'
import type { FeeJoined } from './events/fee-joined'
import type { FeeLevied } from './events/fee-levied'
import type { FeeSettled } from './events/fee-settled'
import type { FeeEvent } from './fee-event'
import type { Debt, FeeState } from './state'

const debtOf = ({ sealed: { fee } }: FeeLevied): Remembered<Debt> => {
  if (fee._tag === 'Erased') return erased
  const { borrower, amount, items } = fee.value
  return plain({ borrower, amount, copies: items.map(({ copy }) => copy) })
}

const levied = (event: FeeLevied): FeeState => ({
  _tag: 'Owed',
  fee: event.open.fee,
  kind: event.open.kind,
  debt: debtOf(event),
})

const withCopy =
  ({ sealed: { fee } }: FeeJoined) =>
  (debt: Remembered<Debt>): Remembered<Debt> =>
    fee._tag === 'Erased' || debt._tag === 'Erased'
      ? erased
      : plain({ ...debt.value, copies: [...debt.value.copies, fee.value.item.copy] })

const settled = (event: FeeSettled, state: FeeState): FeeState =>
  state._tag === 'Owed' ? { _tag: 'Settled', fee: state.fee, kind: state.kind, settledOn: event.open.settledOn } : state

/** What a fee is after one more event. How it came to be settled is told by the event before `FeeSettled`. */
export const evolve =
  (event: FeeEvent) =>
  (state: FeeState): FeeState => {
    switch (event.type) {
      case 'FeeLevied':
        return levied(event)
      case 'FeeJoined':
        return state._tag === 'Owed' ? { ...state, debt: withCopy(event)(state.debt) } : state
      case 'FeeSettled':
        return settled(event, state)
      case 'FeePaid':
      case 'FeeWaived':
      case 'FeeCancelled':
        return state
    }
  }
