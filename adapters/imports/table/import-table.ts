import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { isTransientErrorTag, retryAfterWaits, usualRetryWaitsInMs } from '../../system/concurrency/retry-after-waits'
import { runConcurrently } from '../../system/concurrency/run-concurrently'
import type { RejectedCsvRow } from '../csv/rejects-file'
import type { ImportedTableContent, DecodedImportRow } from './imported-table-content'
import type { ImportRowStatus, ImportedRecordCommandError, ImportRecordKind } from './import-record-kind'

/** A store or the keys failed, and waiting did not help. */
export interface TableInterrupted {
  readonly _tag: 'TableInterrupted'
  readonly errorTag: string
  readonly reason: string | null
}

/** How the records of a table ended. */
export interface TableImportResult {
  readonly added: number
  /** The library had them already: from an earlier run, or from elsewhere. */
  readonly present: number
  readonly rejects: ReadonlyArray<RejectedCsvRow>
}

/** Where an import reports how far it is. */
interface TableImportProgress {
  readonly onRecord: (done: number, total: number) => void
  /** Called before each wait, in ms. */
  readonly onTrouble: (trouble: TableInterrupted, wait: number) => void
}

interface RunningTableImport<A> extends TableImportProgress {
  readonly table: ImportRecordKind<A>
  readonly library: RunningLibrary
  readonly waits: ReadonlyArray<number>
}

/** The greatest number of records that are added at the same time: they share commits. */
const concurrency = 32

const toTableInterrupted = (error: { readonly _tag: string; readonly reason?: string }): TableInterrupted => ({
  _tag: 'TableInterrupted',
  errorTag: error._tag,
  reason: error.reason ?? null,
})

const readStatus = <A>(
  { table, library }: RunningTableImport<A>,
  record: A,
): TE.TaskEither<TableInterrupted, ImportRowStatus> =>
  pipe(
    library.catchUpReadModels,
    TE.bimap(toTableInterrupted, () => table.statusOf(library)(record)),
  )

/** A refused record may be in the library: the answer to an earlier attempt was lost. */
const explainRefusal =
  <A>(running: RunningTableImport<A>, record: A) =>
  (error: ImportedRecordCommandError): TE.TaskEither<TableInterrupted, ImportRowStatus> =>
    error._tag === 'Refused'
      ? pipe(
          readStatus(running, record),
          TE.map((status) =>
            status._tag === 'New' ? { _tag: 'Contradicted', reason: `refused: ${error.refusal._tag}` } : status,
          ),
        )
      : TE.left(toTableInterrupted(error))

const addRecord = <A>(running: RunningTableImport<A>, record: A): TE.TaskEither<TableInterrupted, ImportRowStatus> =>
  pipe(
    running.table.addTo(running.library)(record),
    TE.map((): ImportRowStatus => ({ _tag: 'New' })),
    TE.orElse(explainRefusal(running, record)),
    retryAfterWaits<TableInterrupted>({
      waits: running.waits,
      mayPass:
        ({ errorTag }) =>
        () =>
          Promise.resolve(isTransientErrorTag(errorTag)),
      onTrouble: running.onTrouble,
    }),
  )

/** Counts how records end. A rejected row keeps its lines and its number. */
const createTally = ({ rejects }: ImportedTableContent<unknown>) => {
  const rejected: RejectedCsvRow[] = [...rejects]
  const counts = { added: 0, present: 0 }
  return {
    count: ({ row, firstLine, lastLine }: DecodedImportRow<unknown>, status: ImportRowStatus): void => {
      if (status._tag === 'New') counts.added += 1
      else if (status._tag === 'Present') counts.present += 1
      else rejected.push({ row, firstLine, lastLine, reason: status.reason })
    },
    read: (): TableImportResult => ({ ...counts, rejects: rejected.sort((one, other) => one.row - other.row) }),
  }
}

/**
 * Adds the records of a table that the library does not have, in random order, so that the log does not say in which
 * order they stood. A repeat adds nothing twice, so an interrupted import is run again. With `dryRun` nothing is added,
 * and what would be added is counted.
 */
export const importTable =
  <A>(table: ImportRecordKind<A>, library: RunningLibrary, waits: ReadonlyArray<number> = usualRetryWaitsInMs) =>
  (
    read: ImportedTableContent<A>,
    dryRun: boolean,
    progress: TableImportProgress,
  ): TE.TaskEither<TableInterrupted, TableImportResult> => {
    const running = { table, library, waits, ...progress }
    const tally = createTally(read)
    let done = 0
    const addAndCount = (record: DecodedImportRow<A>) =>
      pipe(
        addRecord(running, record.record),
        TE.map((status) => {
          done += 1
          tally.count(record, status)
          progress.onRecord(done, read.records.length)
        }),
      )
    const countKnown = (): ReadonlyArray<DecodedImportRow<A>> =>
      read.records.filter((record) => {
        const status = table.statusOf(library)(record.record)
        if (status._tag === 'New' && !dryRun) return true
        done += 1
        tally.count(record, status)
        return false
      })
    return pipe(
      library.catchUpReadModels,
      TE.mapLeft(toTableInterrupted),
      TE.map(countKnown),
      TE.map(library.useCaseDependencies.commandHandling.random.shuffle),
      TE.chain(runConcurrently(concurrency)(addAndCount)),
      TE.map(tally.read),
    )
  }

export const tableInterruptedText = ({ errorTag, reason }: TableInterrupted): string =>
  [errorTag, ...(reason === null ? [] : [reason])].join(': ')
