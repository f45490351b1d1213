import type { MessageContent } from '../../domain/message/commands/make-message'
import type { MessageItem } from '../../domain/message/message-item'
import { kindsByPost, kindsOnBalance } from '../../domain/message/message-kind'
import type { BorrowerId, MessageId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { messagesTable, type MessageRow } from './message-table'

/** A message by its id; undefined when it is unknown or forgotten. */
export const messageById =
  (message: MessageId) =>
  (rows: ReadModelRows): MessageRow | undefined =>
    findFirstRow(rows, messagesTable, { where: { message } })

/** The messages of a borrower, sorted by day; those of one day by their random ids. */
export const messagesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<MessageRow> =>
    rows.find(messagesTable, { where: { borrower }, orderBy: ['madeOn', 'message'] })

/** The messages that are neither sent nor given up, in any order. */
export const idsOfPendingMessages = (rows: ReadModelRows): ReadonlyArray<MessageId> =>
  rows.findColumns(messagesTable, ['message'], { where: { state: 'pending' } }).map(({ message }) => message)

/**
 * A page of the messages that are neither sent nor given up, those of the oldest day first: what comes after the last one
 * of the previous page. Those of one day are sorted by their random ids.
 */
export const pageOfPendingMessages =
  (last: MessageRow | undefined, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<MessageRow> => {
    const page = { where: { state: 'pending' }, orderBy: ['madeOn', 'message'], limit } as const
    if (last === undefined) return rows.find(messagesTable, page)
    const { madeOn, message } = last
    const ofSameDay = rows.find(messagesTable, {
      ...{ ...page, where: { ...page.where, madeOn } },
      greaterThan: { message },
    })
    if (ofSameDay.length === limit) return ofSameDay
    const ofLaterDays = rows.find(messagesTable, {
      ...{ ...page, limit: limit - ofSameDay.length },
      greaterThan: { madeOn },
    })
    return [...ofSameDay, ...ofLaterDays]
  }

/** What is on the balance and neither sent nor given up: it may be a letter. Sorted by their random ids. */
export const pendingBalanceMessages = (rows: ReadModelRows): ReadonlyArray<MessageRow> =>
  rows.find(messagesTable, { where: { state: 'pending' }, oneOf: { kind: kindsOnBalance }, orderBy: ['message'] })

/** Legal notices that are neither sent nor given up, sorted by their random ids. */
export const pendingLegalNotices = (rows: ReadModelRows): ReadonlyArray<MessageRow> =>
  rows.find(messagesTable, { where: { state: 'pending' }, oneOf: { kind: kindsByPost }, orderBy: ['message'] })

/** The messages that were given up although what they tell still stood, sorted by their random ids. */
export const undeliveredMessages = (rows: ReadModelRows): ReadonlyArray<MessageRow> =>
  rows
    .find(messagesTable, { where: { state: 'failed' }, orderBy: ['message'] })
    .filter(({ reason }) => reason !== 'causeEnded')

/** The messages that Digital Post has taken. */
export const messagesSentByDigitalPost = (rows: ReadModelRows): ReadonlyArray<MessageRow> =>
  rows.find(messagesTable, { where: { channel: 'digitalPost' } })

/** What a message was made of; once it was sent, what it told. */
export const itemsOfMessage = ({ items }: Pick<MessageRow, 'items'>): ReadonlyArray<MessageItem> =>
  JSON.parse(items) as ReadonlyArray<MessageItem>

/** What a message tells, as it was made. */
export const contentOfMessage = (row: MessageRow): MessageContent => {
  const { borrower, kind, pickUpBranch: branch, pickUpNumber: number } = row
  return {
    ...{ borrower, kind, items: itemsOfMessage(row) },
    pickUp: branch === null || number === null ? null : { branch, number },
  }
}
