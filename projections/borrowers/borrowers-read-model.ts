import type { ReadModel } from '../read-model/read-model'
import { borrowerFolds } from './borrower-folds'
import {
  blocksTable,
  borrowersTable,
  cardsTable,
  contactsTable,
  identitiesTable,
  nameWordsTable,
  pinsTable,
  preferencesTable,
  verifiedEmailsTable,
} from './borrower-tables'

/** The borrowers: who they are, what they chose, contact details, cards, PINs, blocks, and when each was last seen. */
export const borrowersReadModel: ReadModel = {
  name: 'borrowers',
  version: 6,
  tables: [
    borrowersTable,
    identitiesTable,
    nameWordsTable,
    preferencesTable,
    contactsTable,
    verifiedEmailsTable,
    cardsTable,
    pinsTable,
    blocksTable,
  ],
  folds: borrowerFolds,
}
