import type { OpenOptions } from '../../../../../adapters/composition/open-system'
import type { Ledger } from '../../../../../adapters/imports/ledger/reading/read-ledger'
import type { ImportSummary } from '../../../../../adapters/imports/ledger/telling/summary'
import { digestOf, type LogDigest } from '../../../../../adapters/stores/migration/digest'
import type { System } from '../../../../../adapters/processes/running/system'
import { logNames, type LogName } from '../../../../../domain/event/stream'
import type { Day } from '../../../../../domain/values/day'
import type { EventStore } from '../../../../../domain/ports/event-store'
import type { Said } from '../../../../alike/said'
import { right } from '../../../../fixtures/right'
import { openIn } from '../../../../fixtures/system'
import { beginningOf, importInto, summaryOf } from '../importing'
import { logsSaid, rowsSaid } from './library-said'

/** What a ledger became in a library. */
export interface ImportedLibrary {
  readonly logs: ReadonlyArray<Said>
  /** The read models at the midnights that were asked for, and at the end. */
  readonly rows: ReadonlyArray<Said>
  readonly digests: Readonly<Record<LogName, LogDigest>>
  readonly summary: ImportSummary
}

export const digestsOf = async ({ library }: System): Promise<ImportedLibrary['digests']> => {
  const digests = await Promise.all(logNames.map((log) => digestOf(library.desk.stores[log] as EventStore)))
  return Object.fromEntries(logNames.map((log, at) => [log, digests[at]])) as ImportedLibrary['digests']
}

/** The read models, once they have passed both logs' ends. */
export const rowsNow = async (system: System, on: string): Promise<ReadonlyArray<Said>> => {
  right(await system.reach())
  return rowsSaid(system, on)
}

/** Imports a ledger into a new library, until nobody is left, and looks at its read models at some midnights. */
export const importedIn = async (
  folder: string,
  ledger: Ledger,
  isLookedAt: (over: Day) => boolean,
  options: Partial<OpenOptions>,
): Promise<ImportedLibrary> => {
  const system = await openIn(folder, { startOn: beginningOf(ledger), ...options })
  const rows: Said[] = []
  const midnight = async (over: Day): Promise<void> => {
    if (isLookedAt(over)) rows.push(...(await rowsNow(system, over)))
  }
  const summary = summaryOf(await importInto(system, ledger, { day: () => undefined, midnight }))
  rows.push(...(await rowsNow(system, 'in the end')))
  const imported = { logs: await logsSaid(system), rows, digests: await digestsOf(system), summary }
  await system.close()
  return imported
}
