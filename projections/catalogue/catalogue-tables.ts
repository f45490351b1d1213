import type { TitleId } from '../../domain/values/ids'
import { defineTable, nullableOpenTextColumn, openTextColumn } from '../read-model/define-table'

/** The titles of which the library has had a copy. */
export const catalogueTitlesTable = defineTable(
  'catalogueTitles',
  {
    title: openTextColumn<TitleId>(),
    name: openTextColumn(),
    author: nullableOpenTextColumn(),
  },
  ['title'],
)

/** The words in name and author of each title. */
export const titleWordsTable = defineTable(
  'titleWords',
  {
    word: openTextColumn(),
    title: openTextColumn<TitleId>(),
  },
  ['word', 'title'],
)
