import type { ReadModel } from '../kernel/read-model'
import { folds } from './folds'
import { blocks, borrowers, cards, contacts } from './rows'

/** Who borrows: record, contact, cards, blocks, and when the borrower was last seen. */
export const borrowersModel: ReadModel = {
  name: 'borrowers',
  version: 1,
  tables: [borrowers, contacts, cards, blocks],
  folds,
}
