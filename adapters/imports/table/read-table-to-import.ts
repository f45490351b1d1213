import type * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { isTransientErrorTag } from '../../system/concurrency/retry-after-waits'
import type { CsvError } from '../csv/csv-error'
import { normaliseText } from '../csv/csv-row'
import { headingHints } from '../csv/heading-hints'
import { csvErrorMessage } from '../csv/csv-error-message'
import {
  checkRejectsOf,
  importUsageProblem,
  writeRejectsOf,
  writeRejectsOfInterrupted,
  type ImportProblem,
} from '../csv/rejects-of-import'
import { importTable, tableInterruptedText, type TableInterrupted } from './import-table'
import { readCsvTable, type ColumnIsUnknown, type ImportedTableContent } from './imported-table-content'
import type { ImportRecordKind, TableImportRequest } from './import-record-kind'
import { toTableImportReport, type TableImportReport } from './table-import-report'

interface TableOutput {
  readonly showProgress: (progress: { readonly what: string; readonly done: number; readonly total: number }) => void
  readonly writeNotice: (text: string) => void
}

/** A table that was read and can be imported. */
interface PreparedTable {
  readonly importInto: (
    library: RunningLibrary,
    output: TableOutput,
  ) => Promise<E.Either<ImportProblem, TableImportReport>>
}

/** The unknown headings, without those that stand there twice. */
const misspelt = ({ headings, known }: ColumnIsUnknown) =>
  headings.filter(({ heading }) => !known.some((name) => normaliseText(name) === heading))

/** Headings are not repeated: in a file without headings they are somebody's data. */
const readErrorMessage = (error: CsvError | ColumnIsUnknown): string =>
  error._tag === 'ColumnIsUnknown'
    ? `The headings of the columns ${error.headings.map(({ position }) => position).join(', ')} (counted from 1) are unknown, or stand there twice.${headingHints(error.known)(misspelt(error))} Known are: ${error.known.join(', ')}.`
    : csvErrorMessage(error)

const toTableProblem = (interrupted: TableInterrupted): ImportProblem => ({
  kind: isTransientErrorTag(interrupted.errorTag) ? 'unavailable' : 'refused',
  message: `The import stopped (${tableInterruptedText(interrupted)}). Run it again: what was added already is not added twice.`,
})

const createImportInto =
  <A>(
    table: ImportRecordKind<A>,
    request: TableImportRequest,
    read: ImportedTableContent<A>,
  ): PreparedTable['importInto'] =>
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
      TE.orElseW(writeRejectsOfInterrupted(request, read.rejects)),
      TE.chainFirst(({ rejects }) => writeRejectsOf(request)(rejects)),
      TE.map((imported) => toTableImportReport(table, request, read, imported)),
    )()

/** Reads a table without a library, so that a mistake in a path is found first, also in that of the rejects file. */
export const readTableToImport =
  <A>(table: ImportRecordKind<A>) =>
  (request: TableImportRequest): Promise<E.Either<ImportProblem, PreparedTable>> =>
    pipe(
      () => readCsvTable(table)(request),
      TE.mapLeft((error) => importUsageProblem(readErrorMessage(error))),
      TE.chainFirst(() => checkRejectsOf(request)),
      TE.map((read) => ({ importInto: createImportInto(table, request, read) })),
    )()
