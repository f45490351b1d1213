import { readFileSync } from 'node:fs'
import { table, type RowSays } from './independent-count'

/** The headings that say who, what, when and until when; the first that is not empty in a row counts. */
export interface Headings {
  readonly borrower: ReadonlyArray<string>
  readonly title: ReadonlyArray<string>
  readonly lent: string
  readonly back: string
  readonly separator: string
  /** Every heading under which a borrower is named, and every one that goes into the catalogue: a title without a name has its key for one. */
  readonly who: ReadonlyArray<string>
  readonly catalogue: ReadonlyArray<string>
}

export const headings: Readonly<Record<'made' | 'shakespeare' | 'strashun', Headings>> = {
  made: {
    borrower: ['Card', 'Name'],
    title: ['Title no', 'Title'],
    lent: 'Lent',
    back: 'Back',
    separator: ';',
    who: ['Card', 'Name'],
    catalogue: ['Title', 'Author', 'Title no'],
  },
  shakespeare: {
    borrower: ['member'],
    title: ['book'],
    lent: 'borrowed',
    back: 'returned',
    separator: ',',
    who: ['member', 'member_name'],
    catalogue: ['book_title', 'author', 'book'],
  },
  strashun: {
    borrower: ['name_index', "person's name"],
    title: ['id', 'book name'],
    lent: 'date',
    back: 'return date',
    separator: ',',
    who: ['name_index', "person's name"],
    catalogue: ['book name', 'id'],
  },
}

/** The rows of a ledger, read without the importer. */
export const rowsOf = (file: string, by: Headings): ReadonlyArray<RowSays> => {
  const [head, ...rows] = table(readFileSync(file, 'utf8'), by.separator)
  const cell = (row: ReadonlyArray<string>, heading: string): string => row[head!.indexOf(heading)] ?? ''
  const first = (row: ReadonlyArray<string>, columns: ReadonlyArray<string>): string =>
    columns.map((column) => cell(row, column)).find((text) => text !== '') ?? ''
  return rows.map((row) => ({
    borrower: first(row, by.borrower),
    title: first(row, by.title),
    lent: cell(row, by.lent),
    back: cell(row, by.back),
  }))
}

/** Every text that stands in some columns of a ledger. */
export const textsUnder =
  (columns: ReadonlyArray<string>) =>
  (file: string, by: Headings): ReadonlyArray<string> => {
    const [head, ...rows] = table(readFileSync(file, 'utf8'), by.separator)
    const places = columns.map((column) => head!.indexOf(column))
    return [...new Set(rows.flatMap((row) => places.map((place) => row[place] ?? '')))].filter((text) => text !== '')
  }
