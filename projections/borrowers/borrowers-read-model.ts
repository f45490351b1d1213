import type { ReadModel } from '../read-model/read-model'
import { borrowerFolds } from './borrower-folds'
import { blocksTable, borrowersTable, cardsTable, contactsTable } from './borrower-tables'

/** The borrowers: record, contact details, cards, blocks, and the half-year in which each was last seen. */
export const borrowersReadModel: ReadModel = {
  name: 'borrowers',
  version: 1,
  tables: [borrowersTable, contactsTable, cardsTable, blocksTable],
  folds: borrowerFolds,
}
