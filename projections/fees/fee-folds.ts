import type { BorrowerId, FeeId } from '../../domain/values/ids'
import type { FeeItem } from '../../domain/fee/fee-item'
import { putRow, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { feeItemsTable, feesTable } from './fee-tables'

const putFeeItem =
  (fee: FeeId, borrower: BorrowerId) =>
  (about: FeeItem): RowChange =>
    putRow(feeItemsTable)({ fee, borrower, ...about })

export const feeFolds: EventFolds = {
  FeeLevied: ({ open: { fee, kind, leviedOn }, sealed: { fee: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, amount, lentOn, dueOn, occasion, items } = part.value
    const unsettled = { settledOn: null, ending: null, paidIn: null }
    return [
      putRow(feesTable)({ fee, borrower, kind, amount, lentOn, dueOn, occasion, leviedOn, ...unsettled }),
      ...items.map(putFeeItem(fee, borrower)),
    ]
  },
  FeeJoined: ({ open: { fee }, sealed: { fee: part } }) =>
    part._tag === 'Erased' ? [] : [putFeeItem(fee, part.value.borrower)(part.value.item)],
  FeePaid: ({ metadata, open: { fee } }) => [
    setColumns(feesTable)({ fee }, { ending: 'paid', paidIn: monthOfRecording(metadata) }),
  ],
  FeeWaived: ({ open: { fee } }) => [setColumns(feesTable)({ fee }, { ending: 'waived' })],
  FeeCancelled: ({ open: { fee } }) => [setColumns(feesTable)({ fee }, { ending: 'cancelled' })],
  FeeSettled: ({ open: { fee, settledOn } }) => [setColumns(feesTable)({ fee }, { settledOn })],
}
