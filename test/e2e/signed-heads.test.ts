import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { migrateFolderToServers } from '../../adapters/composition/migration/migrate-folder-to-servers'
import { openStoresInFolder } from '../../adapters/composition/stores/open-stores-in-folder'
import { closePrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { SignedHead } from '../../adapters/stores/heads/head-store'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { logNames, type LogName } from '../../domain/event/stream'
import type { EventStore } from '../../domain/ports/event-store'
import type { Day } from '../../domain/values/day'
import { verifyNote } from '../../retention/transparency/formats/verify-note'
import { leafRecordOf } from '../../retention/transparency/leaf-record'
import { readWholeLog } from '../contract/event-store/event-store-steps'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn, withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { rootByDefinition } from '../retention/transparency/tree-under-test'
import { nextMonth, registerFortyBorrowers } from './shuffled-month-steps'
import { moveClockTo, registerNumberedBorrower } from './use-case-steps'

const headsOf = async (library: RunningLibrary, log: LogName): Promise<ReadonlyArray<SignedHead>> => {
  const transparency = library.transparency!
  const sizes = rightOrThrow(await transparency.sizesOfHeads(log)())
  return Promise.all(sizes.map(async (size) => rightOrThrow(await transparency.head(log, size)())!))
}

/** The root of so many events of a log, computed from the log alone. */
const rootOf = async (store: EventStore, log: LogName, size: number): Promise<Buffer> =>
  rootByDefinition((await readWholeLog(store)).slice(0, size).map(leafRecordOf(log)))

const storeOf = (library: RunningLibrary, log: LogName): EventStore =>
  library.useCaseDependencies.commandHandling.stores[log] as EventStore

/** Checks that a log has, for every head, the events that it signed. */
const expectLogHasHeads = async (store: EventStore, log: LogName, heads: ReadonlyArray<SignedHead>): Promise<void> => {
  for (const { size, root } of heads) expect([log, size, await rootOf(store, log, size)]).toEqual([log, size, root])
}

/** A library with borrowers of one month, some of them erased in it, whose closing is signed. */
const closeMonth = async (library: RunningLibrary): Promise<void> => {
  await registerFortyBorrowers(library)
  await library.transparency!.signHeadsOfClosings()
  await moveClockTo(library, nextMonth)
  await library.transparency!.signHeadsOfClosings()
}

describe('the signed heads of a library', () => {
  it('are made of closed days in circulation, and of closed months in persons', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        await library.transparency!.signHeadsOfClosings()
        expect([await headsOf(library, 'circulation'), await headsOf(library, 'persons')]).toEqual([[], []])
        await moveClockTo(library, '2026-01-07' as Day)
        await library.transparency!.signHeadsOfClosings()
        expect(await headsOf(library, 'circulation')).toHaveLength(1)
        expect(await headsOf(library, 'persons')).toEqual([])
        await moveClockTo(library, nextMonth)
        await library.transparency!.signHeadsOfClosings()
        for (const [log, type] of [
          ['circulation', 'DayClosed'],
          ['persons', 'MonthClosed'],
        ] as const) {
          // prettier-ignore
          const heads = await headsOf(library, log)
          const events = await readWholeLog(storeOf(library, log))
          expect(heads.map(({ size }) => events[size - 1]?.type)).toEqual(heads.map(() => type))
          const keys = rightOrThrow(await library.transparency!.keys(log)())
          for (const { note } of heads) rightOrThrow(verifyNote(keys)(note))
          await expectLogHasHeads(storeOf(library, log), log, heads)
        }
        expect(await headsOf(library, 'persons')).toHaveLength(1)
      }),
    ))

  it('are still right after everything of the month was erased, and after the trees were computed anew', () =>
    withTemporaryFolder(async (folder) => {
      await withLibraryIn(folder, closeMonth)
      rmSync(path.join(folder, 'views'), { recursive: true })
      await withLibraryIn(folder, async (library) => {
        const before = await headsOf(library, 'persons')
        await moveClockTo(library, '2028-09-03' as Day)
        await library.transparency!.signHeadsOfClosings()
        const heads = await headsOf(library, 'persons')
        expect(heads.slice(0, before.length)).toEqual(before)
        expect(heads.length).toBeGreaterThan(before.length)
        for (const log of logNames) await expectLogHasHeads(storeOf(library, log), log, await headsOf(library, log))
      })
    }))

  it('on demand have all events of circulation', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        const head = rightOrThrow(await library.transparency!.signHeadOfCirculation())!
        const events = await readWholeLog(storeOf(library, 'circulation'))
        expect(head.size).toBe(events.length)
        const last = { level: 'entries', index: Math.floor(head.size / 256), width: head.size % 256 } as const
        expect(rightOrThrow(await library.transparency!.tile('circulation', last)())).toBeDefined()
        const beyond = { ...last, width: last.width + 1 }
        expect(rightOrThrow(await library.transparency!.tile('circulation', beyond)())).toBeUndefined()
      }),
    ))

  it('stay right when the library is moved to other stores, where closed months are not shuffled again', () =>
    withTemporaryFolder((folder) =>
      withTemporaryFolder(async (other) => {
        const library = await openLibraryIn(folder)
        await closeMonth(library)
        const heads = { circulation: await headsOf(library, 'circulation'), persons: await headsOf(library, 'persons') }
        await library.close()
        const layout = dataFolderLayout(folder)
        const there = dataFolderLayout(other, layout.ring)
        mkdirSync(path.dirname(there.keys.circulation), { recursive: true })
        rightOrThrow(
          await migrateFolderToServers(
            layout,
            () => openStoresInFolder(there),
            () => undefined,
          )(),
        )
        const copy = rightOrThrow(await openStoresInFolder(there)())
        const [source, target] = [rightOrThrow(await openStoresInFolder(layout)()), copy]
        expect(await target.logs.persons.shuffling!.shuffledBefore()).toBe(
          await source.logs.persons.shuffling!.shuffledBefore(),
        )
        for (const log of logNames) await expectLogHasHeads(copy.logs[log], log, heads[log])
        await closePrimaryStores(source)
        await closePrimaryStores(copy)
      }),
    ))

  it('name a changed log: nothing more is signed, and an alarm is raised', () =>
    withTemporaryFolder(async (folder) => {
      const sizes = await withLibraryIn(folder, async (library) => {
        await closeMonth(library)
        return rightOrThrow(await library.transparency!.sizesOfHeads('circulation')())
      })
      const db = new Database(path.join(folder, 'circulation.db'))
      const changed = db.prepare(`UPDATE events SET recorded = '2026-01-04' WHERE position = 2`).run()
      expect(changed.changes).toBe(1)
      db.close()
      rmSync(path.join(folder, 'views'), { recursive: true })
      const alarms: string[] = []
      const options = { alarm: (kind: string) => void alarms.push(kind) }
      const library = await openLibraryIn(folder, options)
      await registerNumberedBorrower(library, 90)
      await library.transparency!.signHeadsOfClosings()
      expect(alarms).toContain('LogDiffersFromHead')
      expect(rightOrThrow(await library.transparency!.sizesOfHeads('circulation')())).toEqual(sizes)
      await library.close()
    }))
})
