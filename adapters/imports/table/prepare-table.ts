import type * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { isPassingTag } from '../../system/concurrency/retry-after-waits'
import type { CsvError } from '../csv/csv-error'
import { csvErrorMessage } from '../csv/csv-error-message'
import {
  checkRejectsWritable,
  rejectsNotWritableMessage,
  writeRejects,
  type Reject,
  type RejectsNotWritable,
} from '../csv/rejects-file'
import { importTable, tableInterruptedText, type ImportedTable, type TableInterrupted } from './import-table'
import { readTable, type ColumnIsUnknown, type ReadTable } from './read-table'
import type { TableRecordKind, TableImportRequest } from './table-record-kind'
import { toTableReport, type TableReport } from './table-report'

/** Why a table was not imported, or only in part; the message names nobody. */
export interface TableProblem {
  readonly kind: 'usage' | 'refused' | 'unavailable'
  readonly message: string
}

interface TableOutput {
  readonly showProgress: (progress: { readonly what: string; readonly done: number; readonly total: number }) => void
  readonly writeNotice: (text: string) => void
}

/** A table that was read and can be imported. */
export interface PreparedTable {
  readonly importInto: (library: RunningLibrary, output: TableOutput) => Promise<E.Either<TableProblem, TableReport>>
}

const usageProblem = (message: string): TableProblem => ({ kind: 'usage', message })

/** Headings are not repeated: in a file without headings they are somebody's data. */
const readErrorMessage = (error: CsvError | ColumnIsUnknown): string =>
  error._tag === 'ColumnIsUnknown'
    ? `The headings of the columns ${error.positions.join(', ')} (counted from 1) are unknown, or stand there twice. Known are: ${error.known.join(', ')}.`
    : csvErrorMessage(error)

const toTableProblem = (interrupted: TableInterrupted): TableProblem => ({
  kind: isPassingTag(interrupted.errorTag) ? 'unavailable' : 'refused',
  message: `The import stopped (${tableInterruptedText(interrupted)}). Run it again: what was added already is not added twice.`,
})

const rejectsProblem = (error: RejectsNotWritable): TableProblem => usageProblem(rejectsNotWritableMessage(error))

const checkRejectsOf = ({ rejects, file }: TableImportRequest): TE.TaskEither<TableProblem, void> =>
  pipe(checkRejectsWritable(rejects, file), TE.mapLeft(rejectsProblem))

const writeRejectsOf = (
  { rejects: rejectsFile, file }: TableImportRequest,
  rejects: ReadonlyArray<Reject>,
): TE.TaskEither<TableProblem, void> => pipe(writeRejects(rejectsFile, file)(rejects), TE.mapLeft(rejectsProblem))

const createImportInto =
  <A>(table: TableRecordKind<A>, request: TableImportRequest, read: ReadTable<A>): PreparedTable['importInto'] =>
  (library, { showProgress, writeNotice }) =>
    pipe(
      importTable(table, library)(read, request.dryRun, {
        onRecord: (done, total) => showProgress({ what: table.name, done, total }),
        onTrouble: (trouble, wait) =>
          writeNotice(
            `The import waits (${tableInterruptedText(trouble)}). It tries again in ${String(wait / 1000)} s.`,
          ),
      }),
      TE.mapLeft(toTableProblem),
      TE.orElse((problem) =>
        pipe(
          writeRejectsOf(request, read.rejects),
          TE.chain(() => TE.left<TableProblem, ImportedTable>(problem)),
        ),
      ),
      TE.chainFirst(({ rejects }) => writeRejectsOf(request, rejects)),
      TE.map((imported) => toTableReport(table, request, read, imported)),
    )()

/** Reads a table without a library, so that a mistake in a path is found first, also in that of the rejects file. */
export const prepareTable =
  <A>(table: TableRecordKind<A>) =>
  (request: TableImportRequest): Promise<E.Either<TableProblem, PreparedTable>> =>
    pipe(
      () => readTable(table)(request),
      TE.mapLeft((error) => usageProblem(readErrorMessage(error))),
      TE.chainFirst(() => checkRejectsOf(request)),
      TE.map((read) => ({ importInto: createImportInto(table, request, read) })),
    )()
