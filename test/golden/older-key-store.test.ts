import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { openLibraryIn, testOpenOptions, withTemporaryFolder } from '../fixtures/running-library'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { libraryOpeningErrorMessage } from '../../adapters/composition/library-opening-error'
import { openRunningLibrary } from '../../adapters/composition/open-running-library'
import { scopeClassOfCode } from '../../retention/sealing/scope-class-codes'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import { copyWithModes } from '../fixtures/copy-with-modes'

const older = path.join(__dirname, 'older-folder', 'folder')

/** Copies the folder of an earlier release, which has one file for the keys of both logs. */
const withOlderFolder = (use: (data: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (data) => {
    copyWithModes(older, data, { recursive: true })
    chmodSync(data, 0o700)
    const ring = path.join(data, 'ring')
    chmodSync(ring, 0o700)
    for (const name of readdirSync(ring)) chmodSync(path.join(ring, name), 0o600)
    await use(data)
  })

interface KeyColumns {
  readonly scope: Buffer
  readonly class: number
  readonly wrapped: Buffer | null
}

const rowsIn = (file: string): ReadonlyArray<KeyColumns> => {
  const db = new Database(file, { readonly: true })
  const rows = db
    .prepare<[], KeyColumns>('SELECT scope, class, wrapped FROM keys LEFT JOIN slots USING (slot) ORDER BY scope')
    .all()
  db.close()
  return rows
}

const logOfRow = (row: KeyColumns): string => {
  const scopeClass = scopeClassOfCode(row.class)
  return scopeClass === undefined ? 'none' : deletionClasses[scopeClass].log
}

/** Opens and closes the library, and checks that each key is in the file of its log and nowhere else. */
const expectSplit = async (data: string): Promise<void> => {
  const { keys, keysOfBothLogs, description } = dataFolderLayout(data)
  const expected = rowsIn(path.join(older, 'keys', 'keys.db'))
  await (await openLibraryIn(data)).close()
  for (const ending of ['', '-wal', '-shm']) expect(existsSync(keysOfBothLogs + ending)).toBe(false)
  for (const log of ['circulation', 'persons'] as const)
    expect(rowsIn(keys[log])).toEqual(expected.filter((row) => logOfRow(row) === log))
  expect(JSON.parse(readFileSync(description, 'utf8'))).toMatchObject({ format: 2 })
}

describe('the one key store of both logs in a folder of an earlier release', () => {
  it('is moved into a file for each log, living keys and fenced ones', () =>
    withOlderFolder(async (data) => {
      await expectSplit(data)
      expect(rowsIn(dataFolderLayout(data).keys.persons).length).toBeGreaterThan(0)
    }))

  it('is moved anew when an earlier attempt was interrupted while it copied', () =>
    withOlderFolder(async (data) => {
      const { keys } = dataFolderLayout(data)
      copyWithModes(path.join(older, 'keys', 'keys.db'), keys.persons)
      writeFileSync(keys.circulation, 'half a file')
      await expectSplit(data)
    }))

  it('is removed when an earlier attempt was interrupted after it had copied everything', () =>
    withOlderFolder(async (data) => {
      await expectSplit(data)
      writeFileSync(dataFolderLayout(data).keysOfBothLogs, 'half overwritten with zeros')
      await expectSplit(data)
    }))

  it('is never made again, nor is a missing file, once the keys were moved', () =>
    withOlderFolder(async (data) => {
      await expectSplit(data)
      const { keys } = dataFolderLayout(data)
      for (const file of Object.values(keys)) {
        copyWithModes(file, `${file}.away`)
        rmSync(file)
        const opened = await openRunningLibrary(data, testOpenOptions)()
        expect(opened._tag === 'Left' && libraryOpeningErrorMessage(opened.left)).toContain(
          `a file of the key store (${path.basename(file)}) is missing`,
        )
        expect(existsSync(file)).toBe(false)
        copyWithModes(`${file}.away`, file)
      }
    }))
})
