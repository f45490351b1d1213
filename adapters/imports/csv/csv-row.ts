/** Why a row cannot be used, whatever its cells say. */
export const rowErrorTexts = [
  'no line end: the row may be cut (if it is whole, add a line end)',
  'a line break inside a cell',
  'a quotation mark inside a cell that does not begin with one',
  'fewer columns than the headings',
  'more columns than the headings',
  'a letter that was damaged before (U+FFFD)',
] as const
export type RowErrorKind = (typeof rowErrorTexts)[number]

/** The lines of a file that a row stands on, counted from 1. */
export interface RowLineRange {
  readonly firstLine: number
  readonly lastLine: number
}

/** The cells of a row by heading: trimmed text, empty where there is none. */
export interface CsvCells {
  /** 1 is the first row below the headings. */
  readonly number: number
  readonly cell: (column: string) => string
}

/** A row of a file: its cells, or why it has none that can be trusted. */
export type CsvRow = RowLineRange &
  (
    | (CsvCells & { readonly _tag: 'Cells' })
    | { readonly _tag: 'Unreadable'; readonly number: number; readonly error: RowErrorKind }
  )

/** Uses composed letters (NFC) and single spaces, and trims, so that texts that look the same are equal. */
export const normaliseText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
