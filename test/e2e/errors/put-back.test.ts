import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { layoutOf } from '../../../adapters/stores/data-folder/layout'
import type { System } from '../../../adapters/processes/running/system'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { once } from '../../../domain/use-cases/origin'
import type { BorrowerId } from '../../../domain/values/ids'
import { borrowerById, borrowersAfter } from '../../../projections/borrowers/queries'
import { right } from '../../fixtures/right'
import { openIn } from '../../fixtures/system'
import { borrowersOf, withFurnished } from './furnished'
import { whyShut } from './opening'

const whoever = (system: System): BorrowerId => borrowersOf(system).at(-1) as BorrowerId

const forgetOne = async (system: System): Promise<BorrowerId> => {
  const borrower = whoever(system)
  right(await requestErasure(system.library)({ borrower, at: system.library.desk.clock.now(), origin: once })())
  return borrower
}

const eraseOneIn = async (folder: string): Promise<BorrowerId> => {
  const system = await openIn(folder, { alarm: () => undefined })
  const borrower = await forgetOne(system)
  expect(await system.retention.run()).toMatchObject({ failed: [] })
  await system.close()
  return borrower
}

/** Keeps a copy of part of a folder while something happens, and puts it back. */
const putBack = async (
  folder: string,
  parts: ReadonlyArray<string>,
  meanwhile: () => Promise<unknown>,
): Promise<void> => {
  const aside = `${folder}-aside`
  for (const part of parts) cpSync(path.join(folder, part), path.join(aside, part), { recursive: true })
  await meanwhile()
  for (const part of parts) {
    rmSync(path.join(folder, part), { recursive: true, force: true })
    cpSync(path.join(aside, part), path.join(folder, part), { recursive: true })
  }
}

const logs = ['circulation.db', 'persons.db']

describe('a library with something put back from a backup', () => {
  it('opens without its read models, also when it has erased, and folds the same anew', () =>
    withFurnished(async (folder) => {
      await eraseOneIn(folder)
      const before = await openIn(folder)
      const rows = borrowersAfter(undefined, 100)(before.rows)
      await before.close()
      rmSync(path.join(folder, 'views'), { recursive: true })
      const after = await openIn(folder)
      expect(borrowersAfter(undefined, 100)(after.rows)).toEqual(rows)
      await after.close()
    }))

  it('does not show whom it has erased when older read models come back', () =>
    withFurnished(async (folder) => {
      let erased: BorrowerId | undefined
      await putBack(folder, ['views'], async () => {
        erased = await eraseOneIn(folder)
      })
      const system = await openIn(folder)
      expect(borrowerById(erased as BorrowerId)(system.rows)).toBeUndefined()
      await system.close()
    }))

  it('destroys erased keys again when an older key store comes back, and says so aloud', () =>
    withFurnished(async (folder) => {
      await putBack(folder, ['keys'], () => eraseOneIn(folder))
      const alarms: string[] = []
      const system = await openIn(folder, { alarm: (kind) => alarms.push(kind) })
      expect(alarms).toEqual(['ErasedKeysWereBack'])
      expect(await system.keysStatus()).toMatchObject({ fenced: 3 })
      await system.close()
    }))

  it('refuses logs that are older than what was read of them', () =>
    withFurnished(async (folder) => {
      await putBack(folder, logs, () => eraseOneIn(folder))
      const { tag, words } = await whyShut(folder)
      expect(tag).toBe('FolderDamaged')
      expect(words).toContain('ends before what has been read of it')
    }))

  it.each(logs)('refuses to go on without %s, and does not make it anew', (log) =>
    withFurnished(async (folder) => {
      for (const ending of ['', '-wal', '-shm']) rmSync(path.join(folder, `${log}${ending}`), { force: true })
      expect((await whyShut(folder)).words).toContain('is missing')
    }),
  )

  it('refuses a folder whose description is gone: what it was made as is not guessed', () =>
    withFurnished(async (folder) => {
      rmSync(layoutOf(folder).description)
      expect((await whyShut(folder)).words).toContain('folder.json is missing beside a log')
    }))
})

describe('an erasure that cannot be finished', () => {
  it('shows nobody what is to be erased, and is told by every status until it is done', () =>
    withFurnished(async (folder) => {
      const system = await openIn(folder, { alarm: () => undefined })
      const reader = new Database(layoutOf(folder).keys)
      try {
        reader.exec('BEGIN')
        reader.prepare('SELECT count(*) FROM sqlite_master').get()
        const borrower = await forgetOne(system)
        expect((await system.retention.run()).failed).not.toEqual([])
        expect(borrowerById(borrower)(system.rows)).toBeUndefined()
        expect((await system.retention.status()).failed).not.toEqual([])
        expect(await system.health()).toMatchObject({ ok: false })
        reader.exec('COMMIT')
        expect(await system.retention.run()).toMatchObject({ failed: [], dueNow: 0 })
        expect(await system.health()).toMatchObject({ ok: true })
      } finally {
        reader.close()
        await system.close()
      }
    }))
})
