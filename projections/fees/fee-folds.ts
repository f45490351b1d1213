import type { BorrowerId, FeeId } from '../../domain/values/ids'
import type { FeeItem } from '../../domain/fee/fee-item'
import { putRow, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { collectionFolds, columnsOfUncollectedFee } from './collection-folds'
import { feeItemsTable, feesTable, reimbursementsTable } from './fee-tables'
import { rowChangesOfFeeTransaction, type FeeTransactionEvent } from './row-changes-of-fee-transaction'

const putFeeItem =
  (fee: FeeId, borrower: BorrowerId) =>
  (about: FeeItem): RowChange =>
    putRow(feeItemsTable)({ fee, borrower, ...about })

const writeOff = (event: FeeTransactionEvent): ReadonlyArray<RowChange> => [
  setColumns(feesTable)({ fee: event.open.fee }, { ending: 'writtenOff' }),
  ...rowChangesOfFeeTransaction('writeOff')(event),
]

export const feeFolds: EventFolds = {
  FeeLevied: ({ open: { fee, kind, leviedOn, owedUntil }, sealed: { fee: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, amount, lentOn, dueOn, occasion, items } = part.value
    const amounts = { amount, leviedAmount: amount }
    const unsettled = {
      settledOn: null,
      ending: null,
      paidIn: null,
      paidBy: null,
      owedUntil,
      ...columnsOfUncollectedFee,
    }
    return [
      putRow(feesTable)({ fee, borrower, kind, ...amounts, lentOn, dueOn, occasion, leviedOn, ...unsettled }),
      ...items.map(putFeeItem(fee, borrower)),
    ]
  },
  FeeJoined: ({ open: { fee }, sealed: { fee: part } }) =>
    part._tag === 'Erased' ? [] : [putFeeItem(fee, part.value.borrower)(part.value.item)],
  FeeReduced: (event) =>
    event.sealed.fee._tag === 'Erased'
      ? []
      : [
          setColumns(feesTable)({ fee: event.open.fee }, { amount: event.sealed.fee.value.amount }),
          ...rowChangesOfFeeTransaction('reduction')(event),
        ],
  ...collectionFolds,
  FeePaid: (event) => [
    setColumns(feesTable)({ fee: event.open.fee }, { ending: 'paid', paidIn: monthOfRecording(event.metadata) }),
    ...(event.sealed.fee._tag === 'Erased'
      ? []
      : [setColumns(feesTable)({ fee: event.open.fee }, { paidBy: event.sealed.fee.value.payment })]),
    ...rowChangesOfFeeTransaction('payment')(event),
  ],
  FeeWaived: writeOff,
  FeeWrittenOff: writeOff,
  FeeCancelled: (event) => [
    setColumns(feesTable)({ fee: event.open.fee }, { ending: 'cancelled' }),
    setColumns(reimbursementsTable)({ reimbursement: event.open.fee }, { ending: 'cancelled' }),
    ...rowChangesOfFeeTransaction('cancellation')(event),
  ],
  FeeReimbursed: (event) => {
    const { fee: part } = event.sealed
    const isOverpayment = part._tag === 'Plain' && part.value.because === 'paid too much'
    return rowChangesOfFeeTransaction(isOverpayment ? 'overpayment' : 'reimbursement')(event)
  },
  WriteOffReduced: rowChangesOfFeeTransaction('writeOffReduction'),
  FeeSettled: ({ open: { fee, settledOn } }) => [
    setColumns(feesTable)({ fee }, { settledOn }),
    setColumns(reimbursementsTable)({ reimbursement: fee }, { settledOn }),
  ],
  ReimbursementGranted: ({ open: { fee: reimbursement, grantedOn }, sealed: { fee: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, amount, because, items } = part.value
    const names = items.map(({ name }) => name).join('; ')
    const granted = { reimbursement, borrower, amount, because, names, grantedOn }
    return [
      putRow(reimbursementsTable)({ ...granted, order: null, paidOutAtBranch: null, settledOn: null, ending: null }),
    ]
  },
  ReimbursementPaidOut: ({ open: { fee: reimbursement }, sealed: { fee: part } }) =>
    part._tag === 'Erased'
      ? []
      : [
          setColumns(reimbursementsTable)(
            { reimbursement },
            { ending: 'paidOut', order: part.value.order, paidOutAtBranch: part.value.paidOutAtBranch },
          ),
        ],
}
