import { chmodSync, cpSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { openIn } from '../../fixtures/system'
import { withFurnished } from './furnished'
import { whyShut } from './opening'

const keysOf = (folder: string): string => path.join(folder, 'keys', 'keys.db')

const withoutViews = (folder: string): void => rmSync(path.join(folder, 'views'), { recursive: true })

describe('a library without its keys', () => {
  it('refuses the key store of another library, in words', () =>
    withFurnished((other) =>
      withFurnished(async (folder) => {
        rmSync(path.join(folder, 'keys'), { recursive: true })
        cpSync(path.join(other, 'keys'), path.join(folder, 'keys'), { recursive: true })
        const { tag, words } = await whyShut(folder)
        expect(tag).toBe('Unavailable')
        expect(words).toContain('the key store belongs to another library than the ring')
      }),
    ))

  it('never makes a new key store in place of one that is gone', () =>
    withFurnished(async (folder) => {
      renameSync(keysOf(folder), `${keysOf(folder)}.away`)
      const { tag, words } = await whyShut(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('the key store (keys.db) is missing')
      renameSync(`${keysOf(folder)}.away`, keysOf(folder))
      await (await openIn(folder)).close()
    }))

  it('refuses a key store that was emptied, although nothing has to be opened to start', () =>
    withFurnished(async (folder) => {
      const db = new Database(keysOf(folder))
      db.exec('DELETE FROM slots; DELETE FROM keys')
      db.close()
      const { tag, words } = await whyShut(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('lacks keys that the logs name')
    }))

  it('says that a key is missing, and never that anything was erased, while it folds the logs anew', () =>
    withFurnished(async (folder) => {
      const db = new Database(keysOf(folder))
      db.exec('DELETE FROM slots; DELETE FROM keys')
      db.close()
      withoutViews(folder)
      const alarms: string[] = []
      const { tag, words } = await whyShut(folder, { alarm: (kind) => alarms.push(kind) })
      expect(tag).toBe('Unavailable')
      expect(words).toContain('lacks keys that the logs name')
      expect(words).not.toMatch(/erased/i)
      expect(alarms).toContain('KeyMissing')
    }))

  it('never makes a new ring in place of one that is gone', () =>
    withFurnished(async (folder) => {
      const ring = path.join(folder, 'ring')
      renameSync(ring, `${ring}.away`)
      const { tag, words } = await whyShut(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toContain('there is no ring')
      renameSync(`${ring}.away`, ring)
      await (await openIn(folder)).close()
    }))

  it('refuses the ring of another library', () =>
    withFurnished((other) =>
      withFurnished(async (folder) => {
        const { tag } = await whyShut(folder, { ring: path.join(other, 'ring') })
        expect(tag).toBe('Unavailable')
      }),
    ))

  it.each(['library.json', 'signing.pem', 'epoch-1.json'])('refuses a ring whose %s others may read', (name) =>
    withFurnished(async (folder) => {
      chmodSync(path.join(folder, 'ring', name), 0o644)
      const { tag, words } = await whyShut(folder)
      expect(tag).toBe('TooOpen')
      expect(words).toContain('0600')
      chmodSync(path.join(folder, 'ring', name), 0o600)
      await (await openIn(folder)).close()
    }),
  )
})
