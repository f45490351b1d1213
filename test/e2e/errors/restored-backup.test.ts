import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import type { BorrowerId } from '../../../domain/values/ids'
import { borrowerById, pageOfBorrowers } from '../../../projections/borrowers/borrower-record-queries'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { borrowerIdsOf, withPreparedFolder } from './prepared-folder'
import { expectOpenError } from './open-error'
import { copyWithModes } from '../../fixtures/copy-with-modes'

const lastBorrowerOf = (library: RunningLibrary): BorrowerId => borrowerIdsOf(library).at(-1) as BorrowerId

const requestErasureOfOne = async (library: RunningLibrary): Promise<BorrowerId> => {
  const borrower = lastBorrowerOf(library)
  rightOrThrow(
    await requestErasure(library.useCaseDependencies)({
      borrower,
      at: library.useCaseDependencies.commandHandling.clock.now(),
      origin: unkeyedOrigin,
    })(),
  )
  return borrower
}

const eraseOneIn = async (folder: string): Promise<BorrowerId> => {
  const library = await openLibraryIn(folder, { alarm: () => undefined })
  const borrower = await requestErasureOfOne(library)
  expect(await library.retention.run()).toMatchObject({ failed: [] })
  await library.close()
  return borrower
}

/** Copies parts of a folder, runs `meanwhile`, and restores the copy. */
const restoreAfter = async (
  folder: string,
  parts: ReadonlyArray<string>,
  meanwhile: () => Promise<unknown>,
): Promise<void> => {
  const backup = `${folder}-aside`
  for (const part of parts) copyWithModes(path.join(folder, part), path.join(backup, part), { recursive: true })
  await meanwhile()
  for (const part of parts) {
    rmSync(path.join(folder, part), { recursive: true, force: true })
    copyWithModes(path.join(backup, part), path.join(folder, part), { recursive: true })
  }
}

const logs = ['circulation.db', 'persons.db']

describe('a library restored in part from a backup', () => {
  it('opens without its read models, also after erasures, and rebuilds the same rows', () =>
    withPreparedFolder(async (folder) => {
      await eraseOneIn(folder)
      const before = await openLibraryIn(folder)
      const rows = pageOfBorrowers(undefined, 100)(before.rows)
      await before.close()
      rmSync(path.join(folder, 'views'), { recursive: true })
      const after = await openLibraryIn(folder)
      expect(pageOfBorrowers(undefined, 100)(after.rows)).toEqual(rows)
      await after.close()
    }))

  it('does not show an erased borrower from restored read models', () =>
    withPreparedFolder(async (folder) => {
      let erased: BorrowerId | undefined
      await restoreAfter(folder, ['views'], async () => {
        erased = await eraseOneIn(folder)
      })
      const library = await openLibraryIn(folder)
      expect(borrowerById(erased as BorrowerId)(library.rows)).toBeUndefined()
      await library.close()
    }))

  it('destroys erased keys again in a restored key store, and raises an alarm', () =>
    withPreparedFolder(async (folder) => {
      await restoreAfter(folder, ['keys'], () => eraseOneIn(folder))
      const alarms: string[] = []
      const library = await openLibraryIn(folder, { alarm: (kind) => alarms.push(kind) })
      expect(alarms).toEqual(['ErasedKeysWereBack'])
      expect(await library.keyStoreStatus()).toMatchObject({ fenced: 5 })
      await library.close()
    }))

  it('refuses restored logs that end before what was read of them', () =>
    withPreparedFolder(async (folder) => {
      await restoreAfter(folder, logs, () => eraseOneIn(folder))
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('FolderDamaged')
      expect(words).toContain('ends before the last event that was read from it')
    }))

  it.each(logs)('refuses to open without %s, and does not create it', (log) =>
    withPreparedFolder(async (folder) => {
      for (const ending of ['', '-wal', '-shm']) rmSync(path.join(folder, `${log}${ending}`), { force: true })
      expect((await expectOpenError(folder)).words).toContain('is missing')
    }),
  )

  it('refuses a folder without its description, and does not guess it', () =>
    withPreparedFolder(async (folder) => {
      rmSync(dataFolderLayout(folder).description)
      expect((await expectOpenError(folder)).words).toContain('folder.json is missing although there is a log')
    }))
})

describe('an erasure that cannot finish', () => {
  it('hides what is to be erased, and is reported by every status until it is done', () =>
    withPreparedFolder(async (folder) => {
      const library = await openLibraryIn(folder, { alarm: () => undefined })
      const reader = new Database(dataFolderLayout(folder).keys.persons)
      try {
        reader.exec('BEGIN')
        reader.prepare('SELECT count(*) FROM sqlite_master').get()
        const borrower = await requestErasureOfOne(library)
        expect((await library.retention.run()).failed).not.toEqual([])
        expect(borrowerById(borrower)(library.rows)).toBeUndefined()
        expect((await library.retention.status()).failed).not.toEqual([])
        expect(await library.checkHealth()).toMatchObject({ ok: false })
        reader.exec('COMMIT')
        expect(await library.retention.run()).toMatchObject({ failed: [], dueNow: 0 })
        expect(await library.checkHealth()).toMatchObject({ ok: true })
      } finally {
        reader.close()
        await library.close()
      }
    }))
})
