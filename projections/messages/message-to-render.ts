import type { MessageItem } from '../../domain/message/message-item'
import type { TextContent } from '../../domain/message/text-content'
import { notesOnBorrower } from '../notes/note-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { contentOfMessage } from './message-queries'
import type { MessageRow } from './message-table'

/**
 * What is written when a message is sent or printed: these items and, in a statement, the present note to the borrower,
 * which is not copied into the message.
 */
export const messageToRender =
  (row: MessageRow, items: ReadonlyArray<MessageItem>) =>
  (rows: ReadModelRows): TextContent => ({
    ...contentOfMessage(row),
    items,
    noteToBorrower: row.kind === 'statement' ? notesOnBorrower(row.borrower)(rows).noteToBorrower : null,
  })
