import type { ReadModel } from '../read-model/read-model'
import { catalogueFolds } from './catalogue-folds'
import { catalogueTitlesTable, titleWordsTable } from './catalogue-tables'

/** The titles of the library by the words of name and author. No personal data. */
export const catalogueReadModel: ReadModel = {
  name: 'catalogue',
  version: 1,
  tables: [catalogueTitlesTable, titleWordsTable],
  folds: catalogueFolds,
}
