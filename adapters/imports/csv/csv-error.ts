import type { LineErrorList } from './csv-line-error'

/** The file lacks columns with these headings. */
export interface ColumnIsMissing {
  readonly _tag: 'ColumnIsMissing'
  readonly columns: ReadonlyArray<string>
  /** The headings of the file. */
  readonly found: ReadonlyArray<string>
  /** All columns that the file must have. */
  readonly required: ReadonlyArray<string>
}

/** Several columns have the same heading, so it is not known which one is meant. */
export interface ColumnIsRepeated {
  readonly _tag: 'ColumnIsRepeated'
  readonly columns: ReadonlyArray<string>
}

/** The file cannot be opened or read. */
export interface FileIsUnreadable {
  readonly _tag: 'FileIsUnreadable'
  readonly file: string
  /** A text for people. */
  readonly reason: string
}

/** Lines of the file can be read in more than one way, or not at all. */
export interface FileIsMalformed extends LineErrorList {
  readonly _tag: 'FileIsMalformed'
}

export type CsvError = ColumnIsMissing | ColumnIsRepeated | FileIsUnreadable | FileIsMalformed

const readErrorReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
}

/** Turns an error of the file system into `FileIsUnreadable`. */
export const toFileIsUnreadable =
  (file: string) =>
  (error: unknown): FileIsUnreadable => {
    const code = (error as { readonly code?: string }).code ?? ''
    return { _tag: 'FileIsUnreadable', file, reason: readErrorReasons[code] ?? 'it is not a table of text' }
  }
