/** A row of a ledger: its number, counted from 1 for the first row below the headings, and its cells by heading. */
export interface Row {
  readonly number: number
  /** Without spaces around it; empty where the row has no such cell. */
  readonly cell: (column: string) => string
}

/** The first cell that is not empty, of some columns. */
export const firstOf =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: Row): string =>
    columns.map(cell).find((text) => text !== '') ?? ''

/**
 * What tells things apart: the first cell that is not empty, with the place of its column, so that a number in one
 * column is never taken for a name in another.
 */
export const keyOf =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: Row): string => {
    const place = columns.findIndex((column) => cell(column) !== '')
    return place === -1 ? '' : `${String(place)}/${cell(columns[place] ?? '')}`
  }
