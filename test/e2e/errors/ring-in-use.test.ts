import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { backUpInto, restoreWith } from '../../fixtures/backups'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { expectOpenError } from './open-error'
import { copyWithModes } from '../../fixtures/copy-with-modes'

/** A closed data folder with its ring beside it, and a folder into which a backup of it was restored. */
const withTwoFolders = (use: (live: string, restored: string, ring: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const [live, restored, elsewhere] = [`${folder}-live`, `${folder}-restored`, `${folder}-elsewhere`]
    const ring = path.join(elsewhere, 'ring')
    const library = await openLibraryIn(live, { ring })
    await backUpInto(library, `${folder}-backup`)
    await library.close()
    rightOrThrow(await restoreWith(elsewhere, restored, { logs: `${folder}-backup` }))
    await use(live, restored, ring)
  })

const openAndClose = async (folder: string, ring: string, takeRing = false): Promise<void> => {
  const library = await openLibraryIn(folder, { ring, takeRing })
  await library.close()
}

const expectInUse = async (folder: string, ring: string, usedBy: string): Promise<void> => {
  const { tag, words } = await expectOpenError(folder, { ring })
  expect(tag).toBe('RingInUse')
  expect(words).toContain(`in use by another data folder, ${usedBy} on `)
  expect(words).toContain('Serve')
  expect(words).toContain('--take-ring')
}

const roll = (library: RunningLibrary) => library.epochs.roll(() => undefined)()

describe('a ring that one data folder uses', () => {
  it('is not used by a restored one beside it, unless that takes it; then the first one is refused', () =>
    withTwoFolders(async (live, restored, ring) => {
      await expectInUse(restored, ring, live)
      await openAndClose(live, ring)
      await openAndClose(restored, ring, true)
      await expectInUse(live, ring, restored)
      await openAndClose(restored, ring)
    }))

  it('is used by a restored folder, without a word, when the first one is gone, or the folder is in its place', () =>
    withTwoFolders(async (live, restored, ring) => {
      rmSync(live, { recursive: true })
      await openAndClose(restored, ring)
      const token = path.join(restored, 'ring-token.json')
      rmSync(token)
      await openAndClose(restored, ring)
      expect(existsSync(token)).toBe(true)
    }))

  it('is not the ring of a new library: no folder is made for it', () =>
    withTwoFolders(async (live, _restored, ring) => {
      await expectInUse(`${live}-new`, ring, live)
      expect(existsSync(`${live}-new`)).toBe(false)
    }))

  it('goes with a folder that is moved, and not with a copy that was made by hand, which is served with a copy of the ring', () =>
    withTwoFolders(async (live, _restored, ring) => {
      const [moved, copied] = [`${live}-moved`, `${live}-copied`]
      renameSync(live, moved)
      await openAndClose(moved, ring)
      copyWithModes(moved, copied, { recursive: true })
      await openAndClose(moved, ring)
      await expectInUse(copied, ring, moved)
      for (const part of ['', '-receipts']) copyWithModes(ring + part, `${ring}-copied${part}`, { recursive: true })
      await openAndClose(copied, `${ring}-copied`)
      await openAndClose(moved, ring)
    }))

  it('is not taken from a folder that is served on the same machine, until that is stopped', () =>
    withTwoFolders(async (live, restored, ring) => {
      const library = await openLibraryIn(live, { ring })
      const { tag, words } = await expectOpenError(restored, { ring, takeRing: true })
      expect(tag).toBe('RingIsServed')
      expect(words).toContain(`its data folder ${live} is in use by a process now`)
      expect(rightOrThrow(await roll(library))).toMatchObject({ epoch: 2 })
      await library.close()
      await openAndClose(restored, ring, true)
      await expectInUse(live, ring, restored)
    }))

  it('is not taken from a folder that this user cannot read, nor used without a word, until that folder is gone', () =>
    withTwoFolders(async (live, restored, ring) => {
      rmSync(live, { recursive: true })
      // Nobody can read what stands behind a link to itself, not even the administrator of the machine.
      symlinkSync(live, live)
      const { tag, words } = await expectOpenError(restored, { ring, takeRing: true })
      expect(tag).toBe('RingUseUnknown')
      expect(words).toContain(`cannot read and lock its data folder ${live}`)
      await expectInUse(restored, ring, live)
      rmSync(live)
      await openAndClose(restored, ring)
    }))

  it('is not taken from a folder whose lock cannot be tried', () =>
    withTwoFolders(async (live, restored, ring) => {
      const lock = dataFolderLayout(live).ownerLock
      rmSync(lock)
      writeFileSync(lock, 'x'.repeat(4096))
      expect((await expectOpenError(restored, { ring, takeRing: true })).tag).toBe('RingUseUnknown')
      rmSync(lock)
      await openAndClose(restored, ring, true)
    }))

  it('is not renewed any more by a service of another machine from which another folder has taken it, and its health says so', () =>
    withTwoFolders(async (live, restored, ring) => {
      const alarms: string[] = []
      const library = await openLibraryIn(live, { ring, alarm: (kind) => void alarms.push(kind) })
      rightOrThrow(await roll(library))
      await library.epochs.maintain()
      expect(await library.checkHealth()).toMatchObject({ ok: true, retention: { rollWaitsFor: null } })
      const usedBy = path.join(ring, 'used-by.json')
      writeFileSync(
        usedBy,
        JSON.stringify({ ...(JSON.parse(readFileSync(usedBy, 'utf8')) as object), host: 'another' }),
      )
      await openAndClose(restored, ring, true)
      const isTaken = expect.stringContaining('another data folder uses the ring now') as string
      expect(await library.checkHealth()).toMatchObject({ ok: false, retention: { rollWaitsFor: isTaken } })
      await library.epochs.maintain()
      await library.epochs.maintain()
      expect(alarms).toEqual(['RetiredEpochNotDestroyed'])
      expect(await roll(library)).toMatchObject({ left: { reason: isTaken } })
      await library.close()
    }))
})
