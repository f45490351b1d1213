import type { MessageItem } from '../../domain/message/message-item'
import type { TextContent } from '../../domain/message/text-content'
import { notesOnBorrower } from '../notes/note-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { contentOfMessage } from './message-queries'
import type { MessageRecipient } from './message-recipient'
import type { MessageRow } from './message-table'

/**
 * What is written when a message is sent or printed: these items and, in a statement, the present note to the borrower,
 * which is not copied into the message. A guardian who does not see the titles of the child gets neither names nor note.
 */
export const messageToRender =
  (row: MessageRow, items: ReadonlyArray<MessageItem>, { asGuardianOf }: Pick<MessageRecipient, 'asGuardianOf'>) =>
  (rows: ReadModelRows): TextContent => {
    const seesTitles = asGuardianOf?.seesTitles ?? true
    const hasNote = row.kind === 'statement' && seesTitles
    return {
      ...contentOfMessage(row),
      items: seesTitles ? items : items.map((item) => ({ ...item, name: null })),
      noteToBorrower: hasNote ? notesOnBorrower(row.borrower)(rows).noteToBorrower : null,
      child: asGuardianOf?.child ?? null,
    }
  }
