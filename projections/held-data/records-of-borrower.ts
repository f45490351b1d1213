import { streamNameOf, type LogName, type StreamCategory } from '../../domain/event/stream'
import type { RecordsInStream } from '../../domain/use-cases/read-events-of-records'
import type { BorrowerId } from '../../domain/values/ids'
import { accessesTable } from '../accesses/access-tables'
import { paymentsOfBorrower } from '../fees/payment-queries'
import { feesOfBorrower } from '../fees/fee-queries'
import { reimbursementsOfBorrower } from '../fees/reimbursement-queries'
import { loansOfBorrower, undoneLoansOfBorrower } from '../loans/loan-queries'
import { messageCountsTable } from '../message-counts/message-counts-table'
import { messagesOfBorrower } from '../messages/message-queries'
import { noticesOfBorrower } from '../notices/notice-queries'
import { reservationsOfBorrower } from '../queue/reservation-queries'
import { reservedCopiesOfBorrower } from '../queue/reserved-copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'

/** A record in a stream that has records of others too: the id in the name of the stream, and that of the record. */
interface SharedRecord {
  readonly of: string
  readonly record: string
}

const inSharedStreams = (
  category: StreamCategory<'circulation'>,
  records: ReadonlyArray<SharedRecord>,
): ReadonlyArray<RecordsInStream> =>
  [...new Set(records.map(({ of }) => of))].map((id) => ({
    log: 'circulation',
    stream: streamNameOf(category)(id),
    records: new Set(records.filter(({ of }) => of === id).map(({ record }) => record)),
  }))

const inOwnStreams = <L extends LogName>(
  log: L,
  category: StreamCategory<L>,
  ids: ReadonlyArray<string>,
): ReadonlyArray<RecordsInStream> => ids.map((id) => ({ log, stream: streamNameOf(category)(id), records: undefined }))

/** Where the events of what a borrower does with copies and titles stand. */
const recordsOfUse = (borrower: BorrowerId) => (rows: ReadModelRows) => [
  ...inSharedStreams('copy', [
    ...[...loansOfBorrower(borrower)(rows), ...undoneLoansOfBorrower(borrower)(rows)].map(({ copy, loan }) => ({
      of: copy,
      record: loan,
    })),
    ...reservedCopiesOfBorrower(borrower)(rows).map(({ copy, setAside }) => ({ of: copy, record: setAside })),
  ]),
  ...inSharedStreams(
    'title',
    reservationsOfBorrower(borrower)(rows).map(({ title, reservation }) => ({ of: title, record: reservation })),
  ),
]

/** Where the events of what a borrower owes and pays stand. */
const recordsOfBalance = (borrower: BorrowerId) => (rows: ReadModelRows) => [
  ...inOwnStreams('circulation', 'fee', [
    ...feesOfBorrower(borrower)(rows).map(({ fee }) => fee),
    ...reimbursementsOfBorrower(borrower)(rows).map(({ reimbursement }) => reimbursement),
  ]),
  ...inOwnStreams(
    'circulation',
    'payment',
    paymentsOfBorrower(borrower)(rows).map(({ payment }) => payment),
  ),
]

/** Where the events of messages to a borrower, and of openings of the record, stand. */
const recordsOfContact = (borrower: BorrowerId) => (rows: ReadModelRows) => {
  const where = { borrower }
  return [
    ...inOwnStreams(
      'circulation',
      'message',
      messagesOfBorrower(borrower)(rows).map(({ message }) => message),
    ),
    ...inOwnStreams(
      'circulation',
      'access',
      rows.find(accessesTable, { where }).map(({ access }) => access),
    ),
    ...inOwnStreams(
      'persons',
      'notice',
      noticesOfBorrower(borrower)(rows).map(({ notice }) => notice),
    ),
    ...inOwnStreams(
      'persons',
      'messagecount',
      rows.find(messageCountsTable, { where }).map(({ messageCount }) => messageCount),
    ),
  ]
}

/**
 * Where the events on a borrower stand in both logs, as far as they are not forgotten and the borrower may know of them. Of a
 * legal hold the borrower is told what is written for them, which a read model has. A parallel reservation ends as soon as its reservations are made.
 */
export const recordsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<RecordsInStream> => [
    ...inOwnStreams('persons', 'borrower', [borrower]),
    ...recordsOfUse(borrower)(rows),
    ...recordsOfBalance(borrower)(rows),
    ...recordsOfContact(borrower)(rows),
  ]
