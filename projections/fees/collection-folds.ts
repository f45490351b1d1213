import type { EventFolds } from '../read-model/read-model'
import { setColumns } from '../read-model/row-change'
import { feesTable } from './fee-tables'
import { rowChangesOfFeeTransaction } from './row-changes-of-fee-transaction'

/** The columns of a fee whose collection has not begun. */
export const columnsOfUncollectedFee = {
  collection: 'none',
  noticeRequestedOn: null,
  noticePayBy: null,
  collectionFile: null,
} as const

/** How the collection of a fee goes on, and how long it is owed. */
export const collectionFolds: EventFolds = {
  DebtRenewed: (event) => [
    setColumns(feesTable)({ fee: event.open.fee }, { owedUntil: event.open.owedUntil }),
    ...rowChangesOfFeeTransaction('renewal')(event),
  ],
  CollectionNoticeRequested: (event) => {
    const { fee } = event.sealed
    if (fee._tag === 'Erased') return []
    const { requestedOn: noticeRequestedOn } = fee.value
    return [
      setColumns(feesTable)({ fee: event.open.fee }, { collection: 'noticeRequested', noticeRequestedOn }),
      ...rowChangesOfFeeTransaction('collectionNotice')(event),
    ]
  },
  CollectionNoticeSent: ({ open: { fee }, sealed: { fee: part } }) =>
    part._tag === 'Erased'
      ? []
      : [setColumns(feesTable)({ fee }, { collection: 'noticeSent', noticePayBy: part.value.payBy })],
  FeeSelectedForCollection: ({ open: { fee }, sealed: { fee: part } }) =>
    part._tag === 'Erased'
      ? []
      : [setColumns(feesTable)({ fee }, { collection: 'selected', collectionFile: part.value.file })],
  FeePassedOnForCollection: ({ open: { fee } }) => [setColumns(feesTable)({ fee }, { collection: 'passedOn' })],
  FeeRecalledFromCollection: (event) => [
    setColumns(feesTable)({ fee: event.open.fee }, columnsOfUncollectedFee),
    ...rowChangesOfFeeTransaction('recall')(event),
  ],
}
