import { erased, makePlain, type PlainOrErased } from '../event/plain-or-erased'
import { collectionAfter } from './evolve-fee-collection'
import type { FeeJoined } from './events/fee-joined'
import type { FeeLevied } from './events/fee-levied'
import type { FeeReduced } from './events/fee-reduced'
import type { FeeSettled } from './events/fee-settled'
import type { ReimbursementGranted } from './events/reimbursement-granted'
import { notCollected } from './fee-collection'
import type { CollectionEvent, FeeEvent, SettlingEvent } from './fee-event'
import type { FeeDetails, FeeEnding, FeeState } from './fee-state'

const debtOf = ({ sealed: { fee } }: FeeLevied | ReimbursementGranted): PlainOrErased<FeeDetails> => {
  if (fee._tag === 'Erased') return erased
  const { borrower, amount, items } = fee.value
  return makePlain({ borrower, amount, copies: items.map(({ copy }) => copy), collection: notCollected })
}

const toOwed = (event: FeeLevied): FeeState => ({
  _tag: 'Owed',
  fee: event.open.fee,
  kind: event.open.kind,
  owedUntil: event.open.owedUntil,
  debt: debtOf(event),
})

const toGranted = (event: ReimbursementGranted): FeeState => ({
  _tag: 'Granted',
  fee: event.open.fee,
  kind: 'reimbursement',
  debt: debtOf(event),
})

const addJoinedCopy =
  ({ sealed: { fee } }: FeeJoined) =>
  (debt: PlainOrErased<FeeDetails>): PlainOrErased<FeeDetails> =>
    fee._tag === 'Erased' || debt._tag === 'Erased'
      ? erased
      : makePlain({ ...debt.value, copies: [...debt.value.copies, fee.value.item.copy] })

const reduceDebt =
  ({ sealed: { fee } }: FeeReduced) =>
  (debt: PlainOrErased<FeeDetails>): PlainOrErased<FeeDetails> =>
    fee._tag === 'Erased' || debt._tag === 'Erased' ? erased : makePlain({ ...debt.value, amount: fee.value.amount })

const changeCollection =
  (event: CollectionEvent) =>
  (debt: PlainOrErased<FeeDetails>): PlainOrErased<FeeDetails> => {
    const collection = collectionAfter(event)
    return collection._tag === 'Erased' || debt._tag === 'Erased'
      ? erased
      : makePlain({ ...debt.value, collection: collection.value })
  }

const endings: Readonly<Record<SettlingEvent['type'], FeeEnding>> = {
  FeePaid: 'paid',
  FeeWaived: 'writtenOff',
  FeeWrittenOff: 'writtenOff',
  FeeCancelled: 'cancelled',
  ReimbursementPaidOut: 'paidOut',
}

const toSettled = (event: FeeSettled, state: FeeState): FeeState => {
  if (state._tag !== 'Owed' && state._tag !== 'Granted') return state
  const { fee, kind, ending } = state
  return { _tag: 'Settled', fee, kind, settledOn: event.open.settledOn, ending }
}

/** The state of a fee after an event. The event before `FeeSettled` says how the fee was settled. */
export const evolve =
  (event: FeeEvent) =>
  (state: FeeState): FeeState => {
    switch (event.type) {
      case 'FeeLevied':
        return toOwed(event)
      case 'ReimbursementGranted':
        return toGranted(event)
      case 'FeeJoined':
        return state._tag === 'Owed' ? { ...state, debt: addJoinedCopy(event)(state.debt) } : state
      case 'FeeReduced':
        return state._tag === 'Owed' ? { ...state, debt: reduceDebt(event)(state.debt) } : state
      case 'DebtRenewed':
        return state._tag === 'Owed' ? { ...state, owedUntil: event.open.owedUntil } : state
      case 'CollectionNoticeRequested':
      case 'CollectionNoticeSent':
      case 'FeeSelectedForCollection':
      case 'FeePassedOnForCollection':
      case 'FeeRecalledFromCollection':
        return state._tag === 'Owed' ? { ...state, debt: changeCollection(event)(state.debt) } : state
      case 'FeePaid':
      case 'FeeWaived':
      case 'FeeWrittenOff':
      case 'FeeCancelled':
      case 'ReimbursementPaidOut':
        return state._tag === 'Owed' || state._tag === 'Granted' ? { ...state, ending: endings[event.type] } : state
      case 'FeeSettled':
        return toSettled(event, state)
      case 'FeeReimbursed':
      case 'WriteOffReduced':
        return state
    }
  }
