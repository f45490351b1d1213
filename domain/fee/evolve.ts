import { erased, plain, type Remembered } from '../event/remembered'
import type { FeeJoined } from './events/fee-joined'
import type { FeeLevied } from './events/fee-levied'
import type { FeeSettled } from './events/fee-settled'
import type { FeeEvent } from './fee-event'
import type { Debt, FeeState } from './state'

const debtOf = ({ sealed: { fee } }: FeeLevied): Remembered<Debt> => {
  if (fee._tag === 'Erased') return erased
  const { borrower, amount, items } = fee.value
  return plain({ borrower, amount, loans: items.map((item) => item.loan) })
}

const levied = (event: FeeLevied): FeeState => ({
  _tag: 'Owed',
  fee: event.open.fee,
  kind: event.open.kind,
  debt: debtOf(event),
})

const withLoan =
  ({ sealed: { fee } }: FeeJoined) =>
  (debt: Remembered<Debt>): Remembered<Debt> =>
    fee._tag === 'Erased' || debt._tag === 'Erased'
      ? erased
      : plain({ ...debt.value, loans: [...debt.value.loans, fee.value.item.loan] })

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
        return state._tag === 'Owed' ? { ...state, debt: withLoan(event)(state.debt) } : state
      case 'FeeSettled':
        return settled(event, state)
      case 'FeePaid':
      case 'FeeWaived':
      case 'FeeCancelled':
        return state
    }
  }
