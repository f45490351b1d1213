/** A row of a ledger: its number (1 is the first row below the headings) and its cells by heading. */
export interface UnparsedLedgerRow {
  readonly number: number
  /** The trimmed text of a cell; empty when the row has no such cell. */
  readonly cell: (column: string) => string
}

/** The first cell of these columns that is not empty. */
export const firstFilledCell =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: UnparsedLedgerRow): string =>
    columns.map(cell).find((text) => text !== '') ?? ''

/**
 * The key of a borrower or title: the first cell that is not empty, with the index of its column, so that a number in
 * one column never equals a name in another.
 */
export const ledgerRowKey =
  (columns: ReadonlyArray<string>) =>
  ({ cell }: UnparsedLedgerRow): string => {
    const columnIndex = columns.findIndex((column) => cell(column) !== '')
    return columnIndex === -1 ? '' : `${String(columnIndex)}/${cell(columns[columnIndex] ?? '')}`
  }
