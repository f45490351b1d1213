import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLibraryIn } from '../../fixtures/running-library'
import { openWithLivingKeys, type Insider } from '../attack/open-with-living-keys'
import { recordOfEvent, uuidsIn } from '../attack/record-of-event'
import type { GroundTruth } from '../simulation/ground-truth'
import { simulateYear } from '../year/simulate-year'
import type { YearPlan } from '../year/year-plan'
import { allStoredEvents, type StoredLogEvent } from '../stored-events'
import type { PlacedId } from './order-of-ids'
import {
  eventsInStolenBackups,
  readStolenFolder,
  readStolenViews,
  stealFolder,
  type StolenFolder,
} from './steal-folder'
import { makeCopyTaker } from './take-copies'
import type { YearEvidence } from './year-evidence'

/** What an attacker has after a year, with and without the keys, and the truth that the test kept aside. */
export interface StolenYear {
  readonly events: ReadonlyArray<StoredLogEvent>
  readonly evidence: YearEvidence
  readonly folder: StolenFolder
  readonly insider: Insider
  readonly decryptedViews: ReadonlyMap<string, ReadonlyArray<PlacedId>>
  /** Events of *persons* in each backup that the ring still opens, by its day. */
  readonly personsInBackups: ReadonlyMap<string, number>
  readonly groundTruth: GroundTruth
  /** How many borrowers had been registered after each day: what a leak of each day would tell. */
  readonly registeredAfterDay: ReadonlyArray<number>
  readonly done: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

/** The ids that an attacker looks for in files: of records, and of what *persons* names. */
export const idsToFind = (events: ReadonlyArray<StoredLogEvent>): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => {
      if (event.log === 'circulation') return recordOfEvent(event) ?? []
      return event.type === 'BorrowerRegistered' || event.type === 'GuardianRegistered' ? uuidsIn(event.openPart) : []
    }),
  )

/** Simulates a year in a temporary folder, takes its copies, and steals everything on the last day. */
export const collectYear = async (plan: YearPlan, seed: number): Promise<StolenYear> => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
  const lines: string[] = []
  const library = await openLibraryIn(folder, { startOn: plan.startOn, alarm: (kind) => void lines.push(kind) })
  const copies = await makeCopyTaker(library, folder)
  const registeredAfterDay: number[] = []
  let commands = 0
  const { groundTruth, done } = await simulateYear(library, seed, plan, async (day, town) => {
    const accepted = [...town.done.values()].reduce((sum, count) => sum + count, 0)
    for (; commands < accepted; commands++) copies.countCommand()
    for (const line of lines.splice(0)) copies.noteLogLine(line)
    registeredAfterDay.push(town.groundTruth.borrowers.size)
    if (day % plan.daysBetweenCopies === 0 || day === plan.days - 1) await copies.take(day)
  })
  const events = await allStoredEvents(library.useCaseDependencies.commandHandling.stores)
  const stolen = `${folder}-stolen`
  stealFolder(folder, stolen)
  await copies.close()
  await library.close()
  const ids = idsToFind(events)
  const insider = await openWithLivingKeys(folder, events)
  return {
    ...{ events, evidence: copies.evidence, groundTruth, done, registeredAfterDay, insider },
    folder: readStolenFolder(stolen, ids),
    decryptedViews: readStolenViews(stolen, insider, ids),
    personsInBackups: await eventsInStolenBackups(copies.backups(), insider),
    close: async () => {
      await insider.close()
      rmSync(path.dirname(folder), { recursive: true, force: true })
    },
  }
}
