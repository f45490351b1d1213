import type { ReadModel } from '../read-model/read-model'
import { noticeFolds } from './notice-folds'
import { noticesTable } from './notice-table'

/** The messages caused by *persons*, until the closing of the month after theirs: of a borrower, to send, to print. */
export const noticesReadModel: ReadModel = {
  name: 'notices',
  version: 2,
  tables: [noticesTable],
  folds: noticeFolds,
}
