import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { folderContainsLibrary } from '../../../../adapters/stores/data-folder/folder-contains-library'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { folderErrorMessage } from '../../../../adapters/stores/data-folder/folder-error'
import { isFolderLocked, lockFolder } from '../../../../adapters/stores/data-folder/lock-folder'
import { makeFolderPrivate } from '../../../../adapters/stores/data-folder/make-data-folder-private'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'

const nobody = 65_534

/** Runs as a user who has no special rights: as nobody when the tests run as root. */
const asOrdinaryUser = <A>(work: () => A): A => {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(nobody)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

/** Answers what making and locking a folder says, to a user who has no special rights. */
const problemOf = (folder: string) => {
  const layout = dataFolderLayout(folder)
  return asOrdinaryUser(() => {
    const locked = pipe(
      makeFolderPrivate(layout),
      E.chain(() => lockFolder(layout)),
    )
    if (locked._tag === 'Right') locked.right()
    return locked._tag === 'Left'
      ? { tag: locked.left._tag, message: folderErrorMessage(locked.left), isLocked: isFolderLocked(layout) }
      : undefined
  })
}

/** Gives a folder to the ordinary user, with a mode. */
const giveAway = (place: string, mode: number): void => {
  if (process.geteuid?.() === 0) chownSync(place, nobody, nobody)
  chmodSync(place, mode)
}

/** Whether another process finds the lock file locked. */
const isLockedForOtherProcesses = (file: string): boolean =>
  spawnSync(
    process.execPath,
    [
      '-e',
      `const db = require('better-sqlite3-multiple-ciphers')(process.argv[1], { timeout: 0 })
       try { db.exec('BEGIN EXCLUSIVE; ROLLBACK') } catch { process.exitCode = 9 }`,
      file,
    ],
    { cwd: process.cwd() },
  ).status === 9

describe('a data folder that this user cannot use', () => {
  it('is unreadable, and not without a library, when its mode denies reading', () =>
    withTemporaryFolder(async (folder) => {
      await (await openLibraryIn(folder)).close()
      chmodSync(path.dirname(folder), 0o755)
      giveAway(folder, 0o000)
      expect(problemOf(folder)).toMatchObject({
        tag: 'FolderUnreadable',
        message: expect.stringContaining('cannot be read by this user') as unknown,
        isLocked: false,
      })
      expect(asOrdinaryUser(() => folderContainsLibrary(dataFolderLayout(folder)))).toBe(true)
      giveAway(folder, 0o700)
    }))

  it('is read-only, and not in use, when its lock file cannot be written', () =>
    withTemporaryFolder(async (folder) => {
      await (await openLibraryIn(folder)).close()
      chmodSync(path.dirname(folder), 0o755)
      giveAway(folder, 0o500)
      giveAway(path.join(folder, 'owner.db'), 0o400)
      expect(problemOf(folder)).toMatchObject({
        tag: 'FolderReadOnly',
        message: expect.stringContaining('cannot be written by this user') as unknown,
        isLocked: false,
      })
      giveAway(folder, 0o700)
    }))

  it('is read-only when it is empty and nothing can be made in it', () =>
    withTemporaryFolder((folder) => {
      chmodSync(path.dirname(folder), 0o755)
      mkdirSync(folder)
      giveAway(folder, 0o500)
      expect(problemOf(folder)).toMatchObject({ tag: 'FolderReadOnly' })
      giveAway(folder, 0o700)
      return Promise.resolve()
    }))

  it('cannot be made where this user may not write', () =>
    withTemporaryFolder((folder) => {
      giveAway(path.dirname(folder), 0o500)
      expect(problemOf(folder)).toMatchObject({
        tag: 'FolderDamaged',
        message: expect.stringContaining('cannot be made here') as unknown,
      })
      giveAway(path.dirname(folder), 0o700)
      return Promise.resolve()
    }))

  it('is a file, which the message says', () =>
    withTemporaryFolder((folder) => {
      chmodSync(path.dirname(folder), 0o755)
      writeFileSync(folder, '')
      expect(problemOf(folder)).toMatchObject({ tag: 'NotAFolder' })
      return Promise.resolve()
    }))

  it('has a lock file that is no database', () =>
    withTemporaryFolder((folder) => {
      mkdirSync(folder)
      writeFileSync(path.join(folder, 'owner.db'), 'x'.repeat(5000))
      const locked = lockFolder(dataFolderLayout(folder))
      expect(locked).toMatchObject({ _tag: 'Left', left: { _tag: 'FolderDamaged' } })
      return Promise.resolve()
    }))

  it('is in use only while another process holds it', () =>
    withTemporaryFolder(async (folder) => {
      const owner = await openLibraryIn(folder)
      const layout = dataFolderLayout(folder)
      expect(lockFolder(layout)).toMatchObject({ left: { _tag: 'FolderInUse' } })
      expect(folderContainsLibrary(layout)).toBe(true)
      expect(isLockedForOtherProcesses(layout.ownerLock)).toBe(true)
      expect(isFolderLocked(layout)).toBe(true)
      await owner.close()
      expect(isFolderLocked(layout)).toBe(false)
      expect(isLockedForOtherProcesses(layout.ownerLock)).toBe(false)
    }))
})
