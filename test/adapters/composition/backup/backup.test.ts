import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { partFoldersOfBackup } from '../../../../adapters/stores/backup/backup-layout'
import type { SignedManifest } from '../../../../adapters/stores/backup/backup-manifest'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { openingDay, withRunningLibrary, withTemporaryFolder } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'

const noReport = (): void => undefined

const withBackup = (use: (folder: string, library: RunningLibrary) => Promise<void> | void): Promise<void> =>
  withTemporaryFolder((elsewhere) =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      await registerNumberedBorrower(library, 1)
      rightOrThrow(await library.backUp(partFoldersOfBackup(elsewhere), noReport)())
      await use(elsewhere, library)
    }),
  )

const filesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .sort()

describe('A backup', () => {
  it('has logs and keys in two folders, and neither the ring nor the read models', () =>
    withBackup((folder) => {
      expect(filesOf(folder).map((file) => path.relative(folder, file))).toEqual([
        'keys',
        ...['keys-circulation.db', 'keys-persons.db', 'manifest.json'].map((name) => `keys/${name}`),
        'logs',
        ...['circulation.db', 'clock.json', 'folder.json', 'manifest.json', 'persons.db'].map((name) => `logs/${name}`),
      ])
    }))

  it('can be used by its owner alone', () =>
    withBackup((folder) => {
      for (const file of filesOf(folder)) expect([file, statSync(file).mode & 0o077]).toEqual([file, 0])
    }))

  it('names no time but its day, and nothing openly of persons', () =>
    withBackup((folder) => {
      const midnight = Date.parse(`${openingDay}T00:00:00Z`)
      for (const file of filesOf(folder)) expect([file, statSync(file).mtimeMs]).toEqual([file, midnight])
      const { manifest } = JSON.parse(
        readFileSync(path.join(folder, 'logs', 'manifest.json'), 'utf8'),
      ) as SignedManifest
      expect(manifest.takenOn).toBe(openingDay)
      expect(manifest.circulation).toMatchObject({ events: 1, head: 1 })
      expect(JSON.stringify(manifest)).not.toMatch(/\d{2}:\d{2}/)
      for (const name of ['logs/persons.db', 'keys/keys-persons.db']) {
        const bytes = readFileSync(path.join(folder, name))
        expect(bytes.length % (1024 * 1024)).toBe(0)
        expect(bytes.includes('BorrowerRegistered') || bytes.includes('SQLite format 3')).toBe(false)
      }
    }))

  it('is refused in a folder that is not empty, and changes nothing there', () =>
    withBackup(async (folder, library) => {
      const before = filesOf(folder)
      expect(await library.backUp(partFoldersOfBackup(folder), noReport)()).toMatchObject({
        left: { _tag: 'BackupRefused', reason: expect.stringContaining('is not empty') },
      })
      expect(filesOf(folder)).toEqual(before)
    }))
})
