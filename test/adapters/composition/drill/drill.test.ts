import { createPublicKey, verify } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runDrill } from '../../../../adapters/composition/drill/run-drill'
import { partFoldersOfBackup } from '../../../../adapters/stores/backup/backup-layout'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { DestroyedEpochDrillReport } from '../../../../adapters/processes/backup/drill-report'
import { openKekRingInFiles } from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import type { Day } from '../../../../domain/values/day'
import { lendCopy } from '../../../../domain/use-cases/lend-copy'
import { returnCopy } from '../../../../domain/use-cases/return-copy'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { backUpInto, eraseBorrower } from '../../../fixtures/backups'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const drill = (folder: string, data = folder) =>
  runDrill(
    {
      from: partFoldersOfBackup(`${folder}-backup`),
      inventory: `${folder}-inventory`,
      ring: path.join(folder, 'ring'),
      data,
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
    for (let number = 2; number <= borrowers; number += 1) {
      const borrower = await registerNumberedBorrower(library, number)
      const loan = { copy: oneCopy, borrower, branch: homeBranch, ...nowOnce(library) }
      rightOrThrow(await lendCopy(library.useCaseDependencies)(loan)())
    }
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

/** Lets the epoch of the backup pass its days in escrow. */
const destroyEpochOfBackup = async (library: RunningLibrary): Promise<void> => {
  const returned = { copy: oneCopy, branch: homeBranch, ...nowOnce(library) }
  rightOrThrow(await returnCopy(library.useCaseDependencies)(returned)())
  await endMonth(library)
  await library.epochs.maintain()
  rightOrThrow(await library.clock.moveTo('2026-02-20' as Day, () => undefined)())
  await library.epochs.maintain()
}

describe('A drill with a backup whose epoch was destroyed', () => {
  it('signs that no key of the backup can be unwrapped, and that those of today can', () =>
    withInventory(destroyEpochOfBackup, async (folder) => {
      const { report, signature } = rightOrThrow(await drill(folder))
      expect(report).toMatchObject({
        format: 'glemsom drill of a destroyed epoch 1',
        destroyedEpoch: 1,
        provesSomething: true,
        horizon: 'passed',
        rows: { opened: 0 },
        persons: { opened: 0 },
        control: { notOpened: 0 },
      })
      const { rows, erasedSince, epochs, persons, control } = report as DestroyedEpochDrillReport
      expect([rows.tried > 0, erasedSince > 0]).toEqual([true, true])
      expect([rows.attempts, persons.attempts]).toEqual([rows.tried * epochs.length, epochs.length])
      expect(control.opened).toBeGreaterThan(0)
      const { verifyingKey } = rightOrThrow(await openKekRingInFiles(path.join(folder, 'ring'))())
      const bytes = Buffer.from(JSON.stringify(report), 'utf8')
      expect(verify(null, bytes, createPublicKey(verifyingKey), Buffer.from(signature, 'base64'))).toBe(true)
    }))

  it('proves nothing without the key store of today: with a wrong ring no key can be unwrapped either', () =>
    withInventory(destroyEpochOfBackup, async (folder) => {
      const { report } = rightOrThrow(await drill(folder, `${folder}-nowhere`))
      expect(report).toMatchObject({ provesSomething: false, control: { opened: 0, notOpened: 0 } })
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
