import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Day } from '../../../../domain/values/day'
import { openKekRingInFiles } from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { backUpInto, restoreWith } from '../../../fixtures/backups'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

/** A library, another one, and a backup of each. */
const withBackups = (
  use: (folders: {
    readonly data: string
    readonly other: string
    readonly backup: string
    readonly backupOfOther: string
    readonly target: string
  }) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (data) => {
    const other = `${data}-other`
    for (const folder of [data, other]) {
      const library = await openLibraryIn(folder)
      await registerNumberedBorrower(library, 1)
      await backUpInto(library, `${folder}-backup`)
      await library.close()
    }
    await use({ data, other, backup: `${data}-backup`, backupOfOther: `${other}-backup`, target: `${data}-target` })
  })

const refusal = (reason: string) => ({
  left: { _tag: 'BackupRefused', reason: expect.stringContaining(reason), whatToDo: expect.stringMatching(/\.$/) },
})

describe('A restore is refused, with the remedy, and leaves nothing,', () => {
  it('when a byte of a file has changed since the backup', () =>
    withBackups(async ({ data, backup, target }) => {
      for (const name of ['logs/circulation.db', 'logs/persons.db', 'logs/folder.json', 'keys/keys-persons.db']) {
        const file = path.join(backup, name)
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.with(bytes.length - 5, (bytes.at(-5) ?? 0) ^ 1))
        expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal(path.basename(name)))
        writeFileSync(file, bytes)
      }
      rightOrThrow(await restoreWith(data, target, { logs: backup }))
    }))

  it('when the manifest was changed, or is missing', () =>
    withBackups(async ({ data, backup, target }) => {
      const file = path.join(backup, 'logs', 'manifest.json')
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replace(/"takenOn": "2026/, '"takenOn": "2025'))
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('manifest.json'))
      appendFileSync(file, '}')
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('is damaged'))
      rmSync(file)
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('has no manifest.json'))
    }))

  it('when the key store or the ring is of another library', () =>
    withBackups(async ({ data, other, backup, backupOfOther, target }) => {
      expect(await restoreWith(data, target, { logs: backup, keys: backupOfOther })).toMatchObject(
        refusal('The key store belongs to another library than the logs'),
      )
      expect(await restoreWith(other, target, { logs: backup })).toMatchObject(
        refusal('The ring belongs to another library than the backup'),
      )
    }))

  it('when the ring has a gap, or lacks the epoch of the backup', () =>
    withBackups(async ({ data, backup, target }) => {
      const ring = path.join(data, 'ring')
      const opened = rightOrThrow(await openKekRingInFiles(ring)())
      for (let epoch = 2; epoch <= 3; epoch += 1) rightOrThrow(await opened.beginEpoch('2026-03-05' as Day)())
      renameSync(path.join(ring, 'epoch-2.json'), `${data}-epoch-2.json`)
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('gap: it lacks the epoch 2'))
      renameSync(path.join(ring, 'epoch-1.json'), `${data}-epoch-1.json`)
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('has no epoch 1'))
    }))

  it('when an epoch of the ring is another key', () =>
    withBackups(async ({ data, backup, target }) => {
      const file = path.join(data, 'ring', 'epoch-1.json')
      const keys = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
      const wrapping = Buffer.alloc(32, 3).toString('base64')
      writeFileSync(file, JSON.stringify({ ...keys, wrapping, lasting: undefined }))
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('is another key'))
    }))

  it('when the folder is not empty', () =>
    withBackups(async ({ data, backup, target }) => {
      mkdirSync(target)
      writeFileSync(path.join(target, 'note.txt'), 'mine')
      expect(await restoreWith(data, target, { logs: backup })).toMatchObject(refusal('is not empty'))
      expect(readdirSync(target)).toEqual(['note.txt'])
      expect(await restoreWith(data, data, { logs: backup })).toMatchObject(refusal('is not empty'))
    }))

  it('when a process uses the folder, whatever mark it has', () =>
    withBackups(async ({ data, backup }) => {
      const library = await openLibraryIn(data)
      writeFileSync(path.join(data, 'restoring'), '')
      expect(await restoreWith(data, data, { logs: backup })).toMatchObject({ left: { _tag: 'FolderInUse' } })
      await library.close()
    }))

  it('but a folder that holds nothing but the ring and the receipt is restored into', () =>
    withBackups(async ({ data, backup, target }) => {
      mkdirSync(target)
      for (const name of ['ring', 'ring-receipts'])
        copyWithModes(path.join(data, name), path.join(target, name), { recursive: true })
      chmodSync(path.join(target, 'ring'), 0o700)
      expect(await restoreWith(target, target, { logs: backup })).toMatchObject({ right: { folder: target } })
      await (await openLibraryIn(target)).close()
    }))
})
