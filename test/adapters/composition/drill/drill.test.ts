import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runDrill } from '../../../../adapters/composition/drill/run-drill'
import { backupFoldersIn } from '../../../../adapters/stores/backup/backup-layout'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { Day } from '../../../../domain/values/day'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { backUpInto, eraseBorrower } from '../../../fixtures/backups'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const drill = (folder: string) =>
  runDrill(
    {
      from: backupFoldersIn(`${folder}-backup`),
      inventory: `${folder}-inventory`,
      ring: path.join(folder, 'ring'),
    },
    () => undefined,
  )

/** A library with two borrowers is backed up; after `later` and the end of the month its inventory is written. */
const withInventory = (
  later: (library: RunningLibrary) => Promise<void>,
  use: (folder: string) => Promise<void>,
  borrowers = 2,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(folder)
    await acquireOneCopy(library)
    const first = await registerNumberedBorrower(library, 1)
    for (let number = 2; number <= borrowers; number += 1) await registerNumberedBorrower(library, number)
    await backUpInto(library, `${folder}-backup`)
    await eraseBorrower(library, first)
    await later(library)
    rightOrThrow(await library.writeInventory(`${folder}-inventory`)())
    await library.close()
    await use(folder)
  })

const endMonth = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(await library.clock.moveTo('2026-02-02' as Day, () => undefined)())
}

describe('A drill', () => {
  it('says which scopes that were erased since the backup still open with the ring, and leaves no scratch folder', () =>
    withInventory(endMonth, async (folder) => {
      const before = readdirSync(tmpdir()).filter((name) => name.startsWith('glemsom-drill'))
      const { report } = rightOrThrow(await drill(folder))
      expect(report).toMatchObject({
        provesSomething: true,
        horizon: 'open',
        erased: { borrower: { opened: 1, notOpened: 0 } },
        living: { notOpened: 0 },
      })
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith('glemsom-drill'))).toEqual(before)
    }))

  it('proves nothing when no living scope opens', () =>
    withInventory(
      endMonth,
      async (folder) => {
        expect(rightOrThrow(await drill(folder)).report).toMatchObject({
          provesSomething: false,
          living: { opened: 0 },
        })
      },
      1,
    ))

  it('proves nothing when nothing was erased since the backup', () =>
    withTemporaryFolder(async (folder) => {
      const library = await openLibraryIn(folder)
      await acquireOneCopy(library)
      await registerNumberedBorrower(library, 1)
      await backUpInto(library, `${folder}-backup`)
      await endMonth(library)
      rightOrThrow(await library.writeInventory(`${folder}-inventory`)())
      await library.close()
      expect(rightOrThrow(await drill(folder)).report).toMatchObject({
        ...{ provesSomething: false, horizon: 'unknown' },
        living: { notOpened: 0 },
      })
    }))

  it('refuses an inventory that was changed', () =>
    withInventory(endMonth, async (folder) => {
      const file = `${folder}-inventory`
      writeFileSync(file, readFileSync(file, 'utf8').replace('"erased":true', '"erased":false'))
      expect(await drill(folder)).toMatchObject({
        left: { _tag: 'BackupRefused', reason: expect.stringContaining('was changed') },
      })
    }))
})

describe('An inventory', () => {
  it('has of persons what the last closing of a month had, and nothing later', () =>
    withInventory(
      () => Promise.resolve(),
      (folder) => {
        const text = readFileSync(`${folder}-inventory`, 'utf8')
        expect(text).toContain('"personsAsOf":null')
        expect(text).not.toContain('"log":"persons"')
        return Promise.resolve()
      },
    ))
})
