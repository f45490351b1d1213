import { rmSync } from 'node:fs'
import path from 'node:path'
import type { StreamName } from '../../../domain/event/stream'
import type { CopyId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { logNames } from '../../../domain/event/stream'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { addDays } from '../../../domain/values/day'
import { crashBranch, openOptionsWithAlarm } from '../../crash/crash-library'
import { crashCopies, withPreparedFolder } from '../errors/prepared-folder'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { nowOnce } from '../use-case-steps'
import { removeMember } from './remove-member'
import { withLogRows } from './write-log-rows'

const lentCopy = crashCopies[0] as CopyId
const streamOfLoan = `copy-${lentCopy}` as StreamName

/** Opens a folder, and answers the alarms. */
const withLibraryIn = async (
  folder: string,
  use: (library: RunningLibrary) => Promise<unknown>,
): Promise<ReadonlyArray<string>> => {
  const alarms: string[] = []
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => void alarms.push(kind)),
  )
  try {
    await use(library)
  } finally {
    await library.close()
  }
  return alarms
}

/** Removes every trace of the codes from the ring and from the description of the folder. */
const removeTracesOfCodes = (folder: string): void => {
  const ring = path.join(folder, 'ring')
  rmSync(path.join(ring, 'event-codes.json'))
  removeMember(path.join(ring, 'epoch-1.json'), 'lasting')
  removeMember(path.join(folder, 'folder.json'), 'hasEventCodes')
}

/** A closed folder from before the codes, which was opened once since; the copy was brought back then. */
const withOlderFolder = (use: (folder: string) => Promise<void>): Promise<void> =>
  withPreparedFolder(async (folder) => {
    for (const log of logNames)
      withLogRows(folder, log, (db) => db.exec('ALTER TABLE events DROP COLUMN code; PRAGMA user_version = 1'))
    removeTracesOfCodes(folder)
    await withLibraryIn(folder, async (library) => {
      const copy = { copy: lentCopy, branch: crashBranch, ...nowOnce(library) }
      rightOrThrow(await returnCopy(library.useCaseDependencies)(copy)())
    })
    await use(folder)
  })

const forwardToErasure = async (library: RunningLibrary): Promise<void> => {
  const today = library.useCaseDependencies.commandHandling.clock.today()
  rightOrThrow(await library.clock.moveTo(addDays(40)(today), () => undefined)())
}

const loanAsStaffSee = async (library: RunningLibrary): Promise<unknown> =>
  (await library.showStream('circulation', streamOfLoan))[1]?.staff['loan']

describe('a folder from before the codes', () => {
  it('goes on with its events: what is due is erased, and a check finds nothing', () =>
    withOlderFolder(async (folder) => {
      const alarms = await withLibraryIn(folder, async (library) => {
        expect(rightOrThrow(await library.checkLogs(undefined, () => undefined)())).toMatchObject({ damaged: [] })
        await forwardToErasure(library)
        expect(await loanAsStaffSee(library)).toHaveProperty('erased')
      })
      expect(alarms).toEqual([])
    }))

  it('erases nothing when one of its events was changed: the log is named', () =>
    withOlderFolder(async (folder) => {
      withLogRows(folder, 'circulation', (db) =>
        db.exec(`UPDATE events SET recorded = '2026-01-04' WHERE position = 1`),
      )
      const alarms = await withLibraryIn(folder, async (library) => {
        const checked = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
        expect(checked).toMatchObject({ damaged: [], changedOlderEvents: ['circulation'] })
        await library.clock
          .moveTo(addDays(40)(library.useCaseDependencies.commandHandling.clock.today()), () => undefined)()
          .catch(() => undefined)
        await library.retention.run()
        expect((await library.retention.status()).failed).not.toEqual([])
        expect(await library.checkHealth()).toMatchObject({ ok: false })
        expect(await loanAsStaffSee(library)).toHaveProperty('borrower')
      })
      expect(alarms).toContain('OlderEventsChanged')
    }))

  it('refuses an event without code that is written into it now', () =>
    withOlderFolder(async (folder) => {
      withLogRows(folder, 'circulation', (db) =>
        db.exec(
          `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed)
           SELECT stream, 9, randomblob(16), type, version, recorded, open, sealed FROM events WHERE position = 1`,
        ),
      )
      await withLibraryIn(folder, (library) => {
        expect(library.damagedEvents().map(({ revision, reason }) => [revision, reason])).toEqual([
          [9, 'the code is missing'],
        ])
        return Promise.resolve()
      })
    }))
})
