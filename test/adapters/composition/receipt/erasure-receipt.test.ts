import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { libraryOpeningErrorMessage } from '../../../../adapters/composition/library-opening-error'
import { openRunningLibrary } from '../../../../adapters/composition/open-running-library'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { StreamName } from '../../../../domain/event/stream'
import { ErasureDue } from '../../../../domain/erasure/events/erasure-due'
import type { BorrowerId, RunId } from '../../../../domain/values/ids'
import { writeEvent } from '../../../e2e/damage/write-event'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { backUpInto, eraseBorrower, restoreWith } from '../../../fixtures/backups'
import { openLibraryIn, testOpenOptions, withTemporaryFolder } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const receiptOf = (folder: string): string => path.join(folder, 'ring-receipts', 'erasure-receipt')

/** The run that erased last in *persons*. */
const lastRunIn = (folder: string): RunId => {
  const db = new Database(path.join(folder, 'persons.db'), { readonly: true })
  const stream = db
    .prepare<[], string>("SELECT name FROM streams WHERE name LIKE 'erasure-%' ORDER BY id DESC")
    .pluck()
    .get()
  db.close()
  return stream?.slice('erasure-'.length) as RunId
}

/** What staff see of a borrower's registration. */
const nameOf = async (library: RunningLibrary, borrower: BorrowerId): Promise<string> => {
  const [registered] = await library.showStream('persons', `borrower-${borrower}` as StreamName)
  return JSON.stringify(registered?.staff)
}

/** A library with two borrowers is backed up; then the first one is erased on request. */
const withErasedSinceBackup = (
  use: (folder: string, erased: BorrowerId, living: BorrowerId) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(folder)
    await acquireOneCopy(library)
    const [erased, living] = [await registerNumberedBorrower(library, 1), await registerNumberedBorrower(library, 2)]
    await backUpInto(library, `${folder}-backup`)
    await eraseBorrower(library, erased)
    await library.close()
    await use(folder, erased, living)
  })

const openWith = (folder: string, ringOf: string, alarms: string[]) =>
  openRunningLibrary(folder, {
    ...testOpenOptions,
    ring: path.join(ringOf, 'ring'),
    takeRing: true,
    alarm: (kind) => void alarms.push(kind),
  })()

describe('A borrower who was erased on request since the last backup', () => {
  it('stays erased in a folder that is restored from it, with a certificate, and the others can be read', () =>
    withErasedSinceBackup(async (folder, erased, living) => {
      const target = `${folder}-target`
      expect(await restoreWith(folder, target, { logs: `${folder}-backup` })).toMatchObject({
        right: { keysDestroyed: expect.any(Number), unreadable: { missing: {}, fenced: {} } },
      })
      const library = await openLibraryIn(target, { ring: path.join(folder, 'ring'), takeRing: true })
      expect(await nameOf(library, erased)).not.toContain('Kanariefugl')
      expect(await nameOf(library, living)).toContain('Kanariefugl')
      expect((await library.retention.run()).failed).toEqual([])
      const { fenced } = await library.keyStoreStatus()
      expect(fenced).toBeGreaterThan(0)
      await library.close()
    }))

  it('is erased again also where the log has a declaration of the same run that was not accepted', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await acquireOneCopy(library)
      const borrower = await registerNumberedBorrower(library, 1)
      await library.close()
      copyWithModes(folder, `${folder}-copy`, { recursive: true })
      const later = await openLibraryIn(folder)
      await eraseBorrower(later, borrower)
      await later.close()
      const run = lastRunIn(folder)
      const scopes = [{ scope: borrower, class: 'borrower', trigger: randomUUID() }]
      await writeEvent(
        `${folder}-copy`,
        'persons',
        `erasure-${run}`,
        ErasureDue({ run, reason: 'requested', scopes } as never, {}),
      )
      const restored = rightOrThrow(await openWith(`${folder}-copy`, folder, []))
      expect(await nameOf(restored, borrower)).not.toContain('Kanariefugl')
      expect((await restored.retention.run()).failed).toEqual([])
      await restored.close()
    }))

  it('stays erased when the files were put back by hand: the start erases again, with an alarm', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await acquireOneCopy(library)
      const borrower = await registerNumberedBorrower(library, 1)
      await library.close()
      copyWithModes(folder, `${folder}-copy`, { recursive: true })
      const later = await openLibraryIn(folder)
      await eraseBorrower(later, borrower)
      await later.close()
      const alarms: string[] = []
      const restored = rightOrThrow(await openWith(`${folder}-copy`, folder, alarms))
      expect(alarms).toEqual(['ErasedBorrowersWereBack'])
      expect(await nameOf(restored, borrower)).not.toContain('Kanariefugl')
      expect((await restored.retention.run()).failed).toEqual([])
      await restored.close()
      await rightOrThrow(await openWith(`${folder}-copy`, folder, alarms)).close()
      expect(alarms).toEqual(['ErasedBorrowersWereBack'])
    }))
})

describe('The erasure receipt', () => {
  it('has one size, and says nothing without the ring', () =>
    withErasedSinceBackup((folder, erased) => {
      const bytes = readFileSync(receiptOf(folder))
      expect(bytes.includes(erased)).toBe(false)
      expect(statSync(receiptOf(folder)).mode & 0o077).toBe(0)
      expect(bytes.length).toBe(262_144 + 28)
      return Promise.resolve()
    }))

  it('stops the start when it is missing or damaged, and the message says what to do', () =>
    withErasedSinceBackup(async (folder) => {
      const bytes = readFileSync(receiptOf(folder))
      rmSync(receiptOf(folder))
      const missing = await openWith(folder, folder, [])
      expect(missing._tag === 'Left' && libraryOpeningErrorMessage(missing.left)).toMatch(
        /erasure receipt .* is missing: .*Put back its newest copy, or set RECEIPTS.*remove "hasErasureReceipt" from folder.json/s,
      )
      writeFileSync(receiptOf(folder), bytes.subarray(1))
      const damaged = await openWith(folder, folder, [])
      expect(damaged._tag === 'Left' && libraryOpeningErrorMessage(damaged.left)).toContain('is damaged')
    }))

  it('is made of the erasures in the log for a folder that never had one', () =>
    withErasedSinceBackup(async (folder, erased) => {
      rmSync(receiptOf(folder))
      const file = path.join(folder, 'folder.json')
      const { hasErasureReceipt, ...earlier } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
      expect(hasErasureReceipt).toBe(true)
      writeFileSync(file, JSON.stringify(earlier))
      await (await openLibraryIn(folder)).close()
      rightOrThrow(await restoreWith(folder, `${folder}-target`, { logs: `${folder}-backup` }))
      const library = await openLibraryIn(`${folder}-target`, { ring: path.join(folder, 'ring'), takeRing: true })
      expect(await nameOf(library, erased)).not.toContain('Kanariefugl')
      await library.close()
    }))

  it('refuses a restore when it is missing', () =>
    withErasedSinceBackup(async (folder) => {
      rmSync(receiptOf(folder))
      expect(await restoreWith(folder, `${folder}-target`, { logs: `${folder}-backup` })).toMatchObject({
        left: { _tag: 'Unavailable', reason: expect.stringContaining('is missing') },
      })
    }))
})
