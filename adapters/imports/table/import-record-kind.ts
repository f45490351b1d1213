import type { Either } from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CommandError } from '../../../domain/command-handling/command-error'
import type { RunningLibrary } from '../../processes/running-library/running-library'

/** The cells of a row by column; null where a cell is empty, or the file lacks an optional column. */
export type ImportedRowCells = Readonly<Record<string, string | null>>

/** What the library knows of a row: nothing yet, the same already, or something that contradicts it. */
export type ImportRowStatus =
  { readonly _tag: 'New' } | { readonly _tag: 'Present' } | { readonly _tag: 'Contradicted'; readonly reason: string }

/** A kind of record that a table brings into a library, one row each. Reasons repeat no value. */
export interface ImportRecordKind<A> {
  /** What is counted, in the plural, with a capital letter. */
  readonly name: string
  readonly requiredColumns: ReadonlyArray<string>
  readonly optionalColumns: ReadonlyArray<string>
  /** Decodes a row by the rules of every other way into the library. A reason names the column. */
  readonly decodeRow: (cells: ImportedRowCells) => Either<string, A>
  /** The numbers that no two rows may share: each with the name of its column. */
  readonly numbersOf: (record: A) => ReadonlyArray<readonly [column: string, number: string]>
  /** Reads the rows of the library, which must be caught up. */
  readonly statusOf: (library: RunningLibrary) => (record: A) => ImportRowStatus
  readonly addTo: (library: RunningLibrary) => (record: A) => TaskEither<ImportedRecordCommandError, unknown>
}

/** Why a record was not added: a rule of the library, or trouble of a store. */
export type ImportedRecordCommandError = CommandError<{ readonly _tag: string }> | { readonly _tag: 'TooLate' }

/** A request to import a table. Paths are absolute. */
export interface TableImportRequest {
  readonly file: string
  readonly separator: string
  readonly rejects: string
  /** Checks every row, and writes the rejects, but adds nothing. */
  readonly dryRun: boolean
}
