import type { BorrowerId, FeeId } from '../../domain/values/ids'
import type { FeeItem } from '../../domain/fee/fee-item'
import { put, set, type Change } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { monthRecorded } from '../kernel/recorded'
import { feeItems, fees } from './rows'

const item =
  (fee: FeeId, borrower: BorrowerId) =>
  (about: FeeItem): Change =>
    put(feeItems)({ fee, borrower, ...about })

export const feeFolds: Folds = {
  FeeLevied: ({ open: { fee, kind, leviedOn }, sealed: { fee: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, amount, lentOn, dueOn, occasion, items } = part.value
    const unsettled = { settledOn: null, ending: null, paidIn: null }
    return [
      put(fees)({ fee, borrower, kind, amount, lentOn, dueOn, occasion, leviedOn, ...unsettled }),
      ...items.map(item(fee, borrower)),
    ]
  },
  FeeJoined: ({ open: { fee }, sealed: { fee: part } }) =>
    part._tag === 'Erased' ? [] : [item(fee, part.value.borrower)(part.value.item)],
  FeePaid: ({ at, open: { fee } }) => [set(fees)({ fee }, { ending: 'paid', paidIn: monthRecorded(at) })],
  FeeWaived: ({ open: { fee } }) => [set(fees)({ fee }, { ending: 'waived' })],
  FeeCancelled: ({ open: { fee } }) => [set(fees)({ fee }, { ending: 'cancelled' })],
  FeeSettled: ({ open: { fee, settledOn } }) => [set(fees)({ fee }, { settledOn })],
}
