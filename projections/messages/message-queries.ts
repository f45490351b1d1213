import type { MessageContent } from '../../domain/message/commands/make-message'
import type { MessageItem } from '../../domain/message/message-item'
import { goesByLetter, messageKinds } from '../../domain/message/message-kind'
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

const pendingOf = (rows: ReadModelRows, isWanted: (kind: MessageRow['kind']) => boolean): ReadonlyArray<MessageRow> =>
  messageKinds
    .filter(isWanted)
    .flatMap((kind) => rows.find(messagesTable, { where: { state: 'pending', kind }, orderBy: ['message'] }))

/** Whether there is a message to send by e-mail or SMS. */
export const isMessageToSend = (rows: ReadModelRows): boolean =>
  messageKinds.some(
    (kind) =>
      !goesByLetter(kind) && findFirstRow(rows, messagesTable, { where: { state: 'pending', kind } }) !== undefined,
  )

/** The messages to send by e-mail or SMS. */
export const messagesToSend = (rows: ReadModelRows): ReadonlyArray<MessageRow> =>
  pendingOf(rows, (kind) => !goesByLetter(kind))

/** The letters that staff must print, sorted by their random ids. */
export const lettersToPrint = (rows: ReadModelRows): ReadonlyArray<MessageRow> => pendingOf(rows, goesByLetter)

const itemsOfMessage = ({ items }: Pick<MessageRow, 'items'>): ReadonlyArray<MessageItem> =>
  JSON.parse(items) as ReadonlyArray<MessageItem>

/** What a message tells, as it was made. */
export const contentOfMessage = (row: MessageRow): MessageContent => {
  const { borrower, kind, pickUpBranch: branch, pickUpNumber: number } = row
  return {
    ...{ borrower, kind, items: itemsOfMessage(row) },
    pickUp: branch === null || number === null ? null : { branch, number },
  }
}
