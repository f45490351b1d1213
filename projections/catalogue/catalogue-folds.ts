import type { EventFolds } from '../read-model/read-model'
import { putRow } from '../read-model/row-change'
import { catalogueTitlesTable, titleWordsTable } from './catalogue-tables'
import { wordsOfText } from './words-of-text'

export const catalogueFolds: EventFolds = {
  CopyAcquired: ({ open: { title, name, author } }) => [
    putRow(catalogueTitlesTable)({ title, name, author }),
    ...wordsOfText(`${name} ${author ?? ''}`).map((word) => putRow(titleWordsTable)({ word, title })),
  ],
}
