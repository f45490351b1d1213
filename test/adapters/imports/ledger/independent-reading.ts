import { readFileSync } from 'node:fs'
import { parseTable, type LedgerRowTexts } from './independent-count'

/** The headings of the columns of a ledger. The first column that is not empty in a row is used. */
export interface LedgerHeadings {
  readonly borrower: ReadonlyArray<string>
  readonly title: ReadonlyArray<string>
  readonly lent: string
  readonly back: string
  readonly separator: string
  /** Every heading under which a borrower is named, and every one that goes into the catalogue: a title without a name has its key for one. */
  readonly borrowerColumns: ReadonlyArray<string>
  readonly catalogueColumns: ReadonlyArray<string>
}

export const ledgerHeadings: Readonly<Record<'madeUp' | 'shakespeare' | 'strashun', LedgerHeadings>> = {
  madeUp: {
    borrower: ['Card', 'Name'],
    title: ['Title no', 'Title'],
    lent: 'Lent',
    back: 'Back',
    separator: ';',
    borrowerColumns: ['Card', 'Name'],
    catalogueColumns: ['Title', 'Author', 'Title no'],
  },
  shakespeare: {
    borrower: ['member'],
    title: ['book'],
    lent: 'borrowed',
    back: 'returned',
    separator: ',',
    borrowerColumns: ['member', 'member_name'],
    catalogueColumns: ['book_title', 'author', 'book'],
  },
  strashun: {
    borrower: ['name_index', "person's name"],
    title: ['id', 'book name'],
    lent: 'date',
    back: 'return date',
    separator: ',',
    borrowerColumns: ['name_index', "person's name"],
    catalogueColumns: ['book name', 'id'],
  },
}

/** The texts of the rows of a ledger, read without the importer. */
export const ledgerRowTexts = (file: string, headings: LedgerHeadings): ReadonlyArray<LedgerRowTexts> => {
  const [head, ...rows] = parseTable(readFileSync(file, 'utf8'), headings.separator)
  const cell = (row: ReadonlyArray<string>, heading: string): string => row[head!.indexOf(heading)] ?? ''
  const first = (row: ReadonlyArray<string>, columns: ReadonlyArray<string>): string =>
    columns.map((column) => cell(row, column)).find((text) => text !== '') ?? ''
  return rows.map((row) => ({
    borrower: first(row, headings.borrower),
    title: first(row, headings.title),
    lent: cell(row, headings.lent),
    back: cell(row, headings.back),
    isComplete: row.length === head!.length,
  }))
}

/** All different texts in some columns of a ledger. */
export const textsInColumns =
  (columns: ReadonlyArray<string>) =>
  (file: string, headings: LedgerHeadings): ReadonlyArray<string> => {
    const [head, ...rows] = parseTable(readFileSync(file, 'utf8'), headings.separator)
    const columnIndexes = columns.map((column) => head!.indexOf(column))
    return [...new Set(rows.flatMap((row) => columnIndexes.map((index) => row[index] ?? '')))].filter(
      (text) => text !== '',
    )
  }
