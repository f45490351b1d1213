import type { ReadModel } from '../read-model/read-model'
import { messageFolds } from './message-folds'
import { messagesTable } from './message-table'

/** The messages of the last 30 days: those of a borrower, those to send, and the letters to print. */
export const messagesReadModel: ReadModel = {
  name: 'messages',
  version: 2,
  tables: [messagesTable],
  folds: messageFolds,
}
