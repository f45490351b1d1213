import { readFileSync } from 'node:fs'
import { table, type RowSays } from './independent-count'

/** The headings that say who, what, when and until when; the first that is not empty in a row counts. */
export interface Headings {
  readonly borrower: ReadonlyArray<string>
  readonly title: ReadonlyArray<string>
  readonly lent: string
  readonly back: string
  readonly separator: string
}

export const headings: Readonly<Record<'made' | 'shakespeare' | 'strashun', Headings>> = {
  made: { borrower: ['Card', 'Name'], title: ['Title no', 'Title'], lent: 'Lent', back: 'Back', separator: ';' },
  shakespeare: { borrower: ['member'], title: ['book'], lent: 'borrowed', back: 'returned', separator: ',' },
  strashun: {
    borrower: ['name_index', "person's name"],
    title: ['id', 'book name'],
    lent: 'date',
    back: 'return date',
    separator: ',',
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
