import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Ledger } from '../../../adapters/imports/ledger/reading/read-ledger'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { Day } from '../../../domain/values/day'
import { feesTable } from '../../../projections/fees/fee-tables'
import { loansTable } from '../../../projections/loans/loans-table'
import { firstMonthStart, importLedgerInto } from '../../adapters/imports/ledger/ledger-import-steps'
import { openLibraryIn } from '../../fixtures/running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openWithLivingKeys } from '../attack/open-with-living-keys'
import { emptyGroundTruth, recordVisit, type GroundTruth } from '../simulation/ground-truth'
import { allStoredEvents, type StoredLogEvent } from '../stored-events'
import { idsToFind, type StolenYear } from './collect-year'
import { readStolenFolder, readStolenViews } from './steal-folder'
import { emptyYearEvidence } from './year-evidence'
import { copyWithModes } from '../../fixtures/copy-with-modes'

/** Everything that is read before it is erased, 30 days after its end at the earliest. */
const daysBetweenNotes = 10

/**
 * Notes the borrower and the days of each loan and fee, as the read models have them. A ledger does not say what was one
 * visit: all that a borrower does on a day counts as one.
 */
const makeBorrowerNotes = (library: RunningLibrary, groundTruth: GroundTruth) => {
  const visits = new Map<string, number>()
  const visitOn = (borrower: string, day: string): number => {
    const key = `${borrower} ${day}`
    const visit = visits.get(key) ?? visits.size
    visits.set(key, visit)
    return visit
  }
  const note = recordVisit(groundTruth)
  return (): void => {
    for (const { loan, borrower, lentOn, endedOn } of library.rows.find(loansTable, {}))
      for (const day of [lentOn, endedOn]) if (day !== null) note('loan', loan, borrower, visitOn(borrower, day))
    for (const { fee, borrower, leviedOn, settledOn } of library.rows.find(feesTable, {}))
      for (const day of [leviedOn, settledOn]) if (day !== null) note('fee', fee, borrower, visitOn(borrower, day))
  }
}

/** What an attacker reads of a folder that nobody has open. */
const readFolder = async (
  folder: string,
  events: ReadonlyArray<StoredLogEvent>,
  groundTruth: GroundTruth,
): Promise<StolenYear> => {
  const ids = idsToFind(events)
  const read = readStolenFolder(folder, ids)
  const insider = await openWithLivingKeys(folder, events)
  return {
    ...{ events, folder: read, insider, groundTruth, evidence: emptyYearEvidence() },
    ...{ decryptedViews: readStolenViews(folder, insider, ids), personsInBackups: new Map() },
    ...{ registeredAfterDay: [], done: new Map(), close: insider.close },
  }
}

/**
 * Replays a ledger, and steals logs, keys and folder twice: when `stolenOn` is over, with the loans of that time, and at
 * the end. The import writes in bulk, so there are no copies of single days.
 */
export const collectLedger = async (
  ledger: Ledger,
  stolenOn: Day,
): Promise<Readonly<Record<'inUse' | 'atTheEnd', StolenYear>> & { readonly close: () => Promise<void> }> => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
  const stolen = `${folder}-stolen`
  const library = await openLibraryIn(folder, { startOn: firstMonthStart(ledger), inBulk: true })
  const groundTruth = emptyGroundTruth()
  const noteBorrowers = makeBorrowerNotes(library, groundTruth)
  const eventsNow = () => allStoredEvents(library.useCaseDependencies.commandHandling.stores)
  let days = 0
  let eventsOfTheft: ReadonlyArray<StoredLogEvent> = []
  const onMidnight = async (day: Day): Promise<void> => {
    if (days++ % daysBetweenNotes === 0 || day === stolenOn) noteBorrowers()
    if (day !== stolenOn) return
    rightOrThrow(await library.flush())
    eventsOfTheft = await eventsNow()
    copyWithModes(folder, stolen, { recursive: true, preserveTimestamps: true })
  }
  await importLedgerInto(library, ledger, { day: () => undefined, onMidnight })
  const events = await eventsNow()
  await library.close()
  const inUse = await readFolder(stolen, eventsOfTheft, groundTruth)
  const atTheEnd = await readFolder(folder, events, groundTruth)
  return {
    ...{ inUse, atTheEnd },
    close: async () => {
      await inUse.close()
      await atTheEnd.close()
      rmSync(path.dirname(folder), { recursive: true, force: true })
    },
  }
}
