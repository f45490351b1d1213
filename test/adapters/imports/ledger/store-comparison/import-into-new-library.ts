import type { OpenRunningLibraryOptions } from '../../../../../adapters/composition/open-running-library-options'
import type { Ledger } from '../../../../../adapters/imports/ledger/reading/read-ledger'
import type { ImportSummary } from '../../../../../adapters/imports/ledger/report/import-summary'
import { logDigestOf, type LogDigest } from '../../../../../adapters/stores/migration/log-digest'
import type { RunningLibrary } from '../../../../../adapters/processes/running-library/running-library'
import { logNames, type LogName } from '../../../../../domain/event/stream'
import type { Day } from '../../../../../domain/values/day'
import type { EventStore } from '../../../../../domain/ports/event-store'
import type { RecordWithoutIds } from '../../../../library-comparison/record-without-ids'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { openLibraryIn } from '../../../../fixtures/running-library'
import { firstMonthStart, importLedgerInto, requireSummary } from '../ledger-import-steps'
import { logRecords, readModelRecords } from './library-records'

/** The logs, rows, digests and summary of an imported ledger. */
export interface ImportedLibrary {
  readonly logs: ReadonlyArray<RecordWithoutIds>
  /** The rows of read models at the compared midnights and at the end. */
  readonly rows: ReadonlyArray<RecordWithoutIds>
  readonly digests: Readonly<Record<LogName, LogDigest>>
  readonly summary: ImportSummary
}

export const logDigests = async ({
  useCaseDependencies: dependencies,
}: RunningLibrary): Promise<ImportedLibrary['digests']> => {
  const digests = await Promise.all(
    logNames.map((log) => logDigestOf(dependencies.commandHandling.stores[log] as EventStore)),
  )
  return Object.fromEntries(logNames.map((log, at) => [log, digests[at]])) as ImportedLibrary['digests']
}

/** The rows of read models that have caught up with both logs. */
export const currentReadModelRecords = async (
  library: RunningLibrary,
  on: string,
): Promise<ReadonlyArray<RecordWithoutIds>> => {
  rightOrThrow(await library.catchUpReadModels())
  return readModelRecords(library, on)
}

/** Imports a ledger into a new library until every borrower is erased. Records the read models at some midnights. */
export const importIntoNewLibrary = async (
  folder: string,
  ledger: Ledger,
  isComparedAt: (over: Day) => boolean,
  options: Partial<OpenRunningLibraryOptions>,
): Promise<ImportedLibrary> => {
  const library = await openLibraryIn(folder, { startOn: firstMonthStart(ledger), ...options })
  const rows: RecordWithoutIds[] = []
  const midnight = async (over: Day): Promise<void> => {
    if (isComparedAt(over)) rows.push(...(await currentReadModelRecords(library, over)))
  }
  const summary = requireSummary(
    await importLedgerInto(library, ledger, { day: () => undefined, onMidnight: midnight }),
  )
  rows.push(...(await currentReadModelRecords(library, 'at the end')))
  const importedLibrary = { logs: await logRecords(library), rows, digests: await logDigests(library), summary }
  await library.close()
  return importedLibrary
}
