import { chmodSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { openLibraryIn } from '../../fixtures/running-library'
import { withPreparedFolder } from './prepared-folder'
import { expectOpenError } from './open-error'
import { copyWithModes } from '../../fixtures/copy-with-modes'

const keyStorePath = (folder: string): string => path.join(folder, 'keys', 'keys-circulation.db')

const removeReadModels = (folder: string): void => rmSync(path.join(folder, 'views'), { recursive: true })

describe('a library with missing or foreign keys', () => {
  it('refuses the key store of another library, with a message', () =>
    withPreparedFolder((other) =>
      withPreparedFolder(async (folder) => {
        rmSync(path.join(folder, 'keys'), { recursive: true })
        copyWithModes(path.join(other, 'keys'), path.join(folder, 'keys'), { recursive: true })
        const { tag, words } = await expectOpenError(folder)
        expect(tag).toBe('Unavailable')
        expect(words).toContain('the key store belongs to another library than the ring')
      }),
    ))

  it('never creates a new key store in place of a missing one', () =>
    withPreparedFolder(async (folder) => {
      renameSync(keyStorePath(folder), `${keyStorePath(folder)}.away`)
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('a file of the key store (keys-circulation.db) is missing')
      renameSync(`${keyStorePath(folder)}.away`, keyStorePath(folder))
      await (await openLibraryIn(folder)).close()
    }))

  it('refuses an emptied key store, although it needs no key to start', () =>
    withPreparedFolder(async (folder) => {
      const db = new Database(keyStorePath(folder))
      db.exec('DELETE FROM slots; DELETE FROM keys')
      db.close()
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('lacks keys that the logs name')
    }))

  it('reports a missing key, and never an erasure, while it rebuilds its read models', () =>
    withPreparedFolder(async (folder) => {
      const db = new Database(keyStorePath(folder))
      db.exec('DELETE FROM slots; DELETE FROM keys')
      db.close()
      removeReadModels(folder)
      const alarms: string[] = []
      const { tag, words } = await expectOpenError(folder, { alarm: (kind) => alarms.push(kind) })
      expect(tag).toBe('Unavailable')
      expect(words).toContain('lacks keys that the logs name')
      expect(words).not.toMatch(/erased/i)
      expect(alarms).toContain('KeyMissing')
    }))

  it('never creates a new ring in place of a missing one', () =>
    withPreparedFolder(async (folder) => {
      const ring = path.join(folder, 'ring')
      renameSync(ring, `${ring}.away`)
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('there is no ring')
      renameSync(`${ring}.away`, ring)
      await (await openLibraryIn(folder)).close()
    }))

  it('refuses the ring of another library', () =>
    withPreparedFolder((other) =>
      withPreparedFolder(async (folder) => {
        const { tag } = await expectOpenError(folder, { ring: path.join(other, 'ring') })
        expect(tag).toBe('Unavailable')
      }),
    ))

  it.each(['library.json', 'signing.pem', 'epoch-1.json', 'event-codes.json'])(
    'refuses a ring whose %s others may read',
    (name) =>
      withPreparedFolder(async (folder) => {
        chmodSync(path.join(folder, 'ring', name), 0o644)
        const { tag, words } = await expectOpenError(folder)
        expect(tag).toBe('RingNotPrivate')
        expect(words).toContain('0600')
        chmodSync(path.join(folder, 'ring', name), 0o600)
        await (await openLibraryIn(folder)).close()
      }),
  )
})
