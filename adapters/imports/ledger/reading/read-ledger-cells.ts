import type { CsvCells } from '../../csv/csv-row'

/** The first cell of these columns that is not empty. */
export const firstFilledCell =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: CsvCells): string =>
    columns.map(cell).find((text) => text !== '') ?? ''

/**
 * The key of a borrower or title: the first cell that is not empty, with the index of its column, so that a number in
 * one column never equals a name in another.
 */
export const ledgerKeyOfBorrowerOrTitle =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: CsvCells): string => {
    const columnIndex = columns.findIndex((column) => cell(column) !== '')
    return columnIndex === -1 ? '' : `${String(columnIndex)}/${cell(columns[columnIndex] ?? '')}`
  }
