import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { openKekRingInFiles } from '../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { openSqliteKeyStore } from '../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { logNames } from '../../domain/event/stream'
import type { BorrowerId } from '../../domain/values/ids'
import { addDays, type Day } from '../../domain/values/day'
import { outerWrapData } from '../../retention/keys/key-wrapping'
import { readAllKeyRows } from '../../retention/keys/read-all-key-rows'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openingDay, openLibraryIn } from '../fixtures/running-library'
import { expectOpenError } from './errors/open-error'
import { borrowerIdsOf, borrowerNamesOf, crashCopies, lendTo, withPreparedFolder } from './errors/prepared-folder'
import { copyWithModes } from '../fixtures/copy-with-modes'

const opened = async (folder: string, use: (library: RunningLibrary, alarms: string[]) => Promise<void>) => {
  const alarms: string[] = []
  const library = await openLibraryIn(folder, { alarm: (kind) => alarms.push(kind) })
  try {
    await use(library, alarms)
  } finally {
    await library.close()
  }
}

const roll = async (library: RunningLibrary) => rightOrThrow(await library.epochs.roll(() => undefined)())

const todayOf = ({ useCaseDependencies }: RunningLibrary): Day => useCaseDependencies.commandHandling.clock.today()

/** Moves the clock so many days on, and does what a service does every minute. */
const passDays = async (library: RunningLibrary, days: number): Promise<void> => {
  rightOrThrow(await library.clock.moveTo(addDays(days)(todayOf(library)), () => undefined)())
  await library.epochs.maintain()
}

/** Puts back the key store as it was before `meanwhile`. */
const withOlderKeys = async (folder: string, meanwhile: (library: RunningLibrary) => Promise<void>): Promise<void> => {
  copyWithModes(path.join(folder, 'keys'), `${folder}-keys`, { recursive: true })
  await opened(folder, meanwhile)
  rmSync(path.join(folder, 'keys'), { recursive: true })
  copyWithModes(`${folder}-keys`, path.join(folder, 'keys'), { recursive: true })
}

/** How many living rows of a copied key store the ring of today can unwrap. */
const countUnwrappedBy = async (ringFolder: string, keys: string): Promise<number> => {
  const ring = rightOrThrow(await openKekRingInFiles(ringFolder)())
  let unwrapped = 0
  for (const log of logNames) {
    const store = rightOrThrow(openSqliteKeyStore(ring.library)(path.join(keys, `keys-${log}.db`)))
    for await (const page of readAllKeyRows(store))
      for (const row of rightOrThrow(page)) {
        if (row._tag !== 'Living') continue
        const bound = outerWrapData({ ...row, library: ring.library })
        for (const unwrap of [ring.unwrap, ring.unwrapFromEscrow])
          if (E.isRight(await unwrap(row.epoch, bound, row.wrapped)())) unwrapped += 1
      }
    await store.close()
  }
  return unwrapped
}

describe('a library that rolls the epoch of its wrapping keys', () => {
  it('lends meanwhile, and reads everything afterwards, also in another process', () =>
    withPreparedFolder(async (folder) => {
      let names: ReadonlyArray<unknown> = []
      await opened(folder, async (library) => {
        names = borrowerNamesOf(library)
        const [borrower] = borrowerIdsOf(library)
        const rolling = roll(library)
        for (const copy of crashCopies.slice(1, 4)) rightOrThrow(await lendTo(library)(copy, borrower as BorrowerId))
        expect(await rolling).toMatchObject({ epoch: 2, retired: [1], unusable: 0 })
        expect(borrowerNamesOf(library)).toEqual(names)
      })
      rmSync(path.join(folder, 'views'), { recursive: true })
      await opened(folder, async (library, alarms) => {
        expect(borrowerNamesOf(library)).toEqual(names)
        expect(await library.keyStoreStatus()).toMatchObject({ epoch: 2, epochs: 1, inEscrow: [{ epoch: 1 }] })
        expect(alarms).toEqual([])
      })
    }))

  it('rolls by itself once a day was closed, and once only', () =>
    withPreparedFolder((folder) =>
      opened(folder, async (library) => {
        await library.epochs.maintain()
        expect(await library.keyStoreStatus()).toMatchObject({ epoch: 1 })
        await passDays(library, 1)
        await library.epochs.maintain()
        expect(await library.keyStoreStatus()).toMatchObject({ epoch: 2 })
        await passDays(library, 1)
        expect(await library.keyStoreStatus()).toMatchObject({ epoch: 3, inEscrow: [{ epoch: 1 }, { epoch: 2 }] })
      }),
    ))

  it('shows the horizon of its certificates: open, until the wrapping keys of their day are destroyed', () =>
    withPreparedFolder((folder) =>
      opened(folder, async (library) => {
        const statuses = () =>
          library.certificates.list({ log: 'circulation', limit: 100 }).map(({ horizon }) => horizon.status)
        await passDays(library, 40)
        expect(statuses().length).toBeGreaterThan(0)
        expect(new Set(statuses())).toEqual(new Set(['open']))
        await passDays(library, 1)
        await passDays(library, 7)
        rightOrThrow(await library.catchUpReadModels())
        expect(statuses()).toContain('declared')
        const [first] = library.certificates.list({ log: 'circulation', limit: 1 })
        expect(first?.horizon).toEqual({ status: 'declared', on: todayOf(library) })
      }),
    ))

  it('makes a stolen copy of the key store useless, with the whole ring of a week later in hand', () =>
    withPreparedFolder(async (folder) => {
      const stolen = `${folder}-stolen`
      copyWithModes(path.join(folder, 'keys'), stolen, { recursive: true })
      const { ring } = dataFolderLayout(folder)
      expect(await countUnwrappedBy(ring, stolen)).toBeGreaterThan(0)
      await opened(folder, async (library) => {
        await passDays(library, 1)
        await passDays(library, 7)
      })
      expect(await countUnwrappedBy(ring, stolen)).toBe(0)
      expect(await countUnwrappedBy(ring, path.join(folder, 'keys'))).toBeGreaterThan(0)
    }))

  it('wraps the keys of a restored key store anew while their epoch is in escrow', () =>
    withPreparedFolder(async (folder) => {
      await withOlderKeys(folder, async (library) => {
        await roll(library)
      })
      await opened(folder, async (library, alarms) => {
        expect(alarms).toEqual(['KeysWereRestored'])
        expect(borrowerNamesOf(library).length).toBeGreaterThan(0)
        expect(await library.keyStoreStatus()).toMatchObject({ epoch: 2, epochs: 1 })
      })
      rmSync(path.join(folder, 'views'), { recursive: true })
      await opened(folder, async (library, alarms) => {
        expect([borrowerNamesOf(library).length > 0, alarms]).toEqual([true, []])
        await Promise.resolve()
      })
    }))

  it('refuses a restored key store whose epoch is destroyed, and says why', () =>
    withPreparedFolder(async (folder) => {
      await withOlderKeys(folder, async (library) => {
        await passDays(library, 1)
        await passDays(library, 7)
      })
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('of epoch 1, which is not in use any more')
    }))

  it('goes on with a roll that was interrupted after the new epoch was made', () =>
    withPreparedFolder(async (folder) => {
      const ring = rightOrThrow(await openKekRingInFiles(dataFolderLayout(folder).ring)())
      rightOrThrow(await ring.beginEpoch(openingDay)())
      await opened(folder, async (library, alarms) => {
        expect(borrowerNamesOf(library).length).toBeGreaterThan(0)
        await library.epochs.maintain()
        expect(await library.keyStoreStatus()).toMatchObject({ epoch: 2, epochs: 1, inEscrow: [{ epoch: 1 }] })
        expect(alarms).toEqual([])
      })
    }))

  it('serves everybody else, and rolls on, when one key is damaged', () =>
    withPreparedFolder(async (folder) => {
      const db = new Database(path.join(folder, 'keys', 'keys-persons.db'))
      db.exec('UPDATE slots SET wrapped = randomblob(105) WHERE slot = (SELECT slot FROM keys ORDER BY scope LIMIT 1)')
      db.close()
      for (let rolls = 2; rolls <= 3; rolls += 1)
        await opened(folder, async (library, alarms) => {
          await roll(library)
          expect(await library.keyStoreStatus()).toMatchObject({ epoch: rolls, epochs: 1 })
          expect(alarms.length).toBeGreaterThan(0)
        })
      rmSync(path.join(folder, 'views'), { recursive: true })
      await opened(folder, (library) => {
        expect(library.damagedEvents().length).toBeGreaterThan(0)
        expect(borrowerNamesOf(library).length).toBeGreaterThan(3)
        return Promise.resolve()
      })
    }))

  it('is not opened with an older ring, and says so', () =>
    withPreparedFolder(async (folder) => {
      const { ring } = dataFolderLayout(folder)
      copyWithModes(ring, `${folder}-ring`, { recursive: true })
      await opened(folder, async (library) => {
        await roll(library)
      })
      rmSync(ring, { recursive: true })
      copyWithModes(`${folder}-ring`, ring, { recursive: true })
      expect((await expectOpenError(folder)).words).toContain('the ring is older than the key store')
    }))
})
