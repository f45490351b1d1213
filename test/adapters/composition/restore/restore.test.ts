import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { backUpInto, eraseBorrower, restoreWith } from '../../../fixtures/backups'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireOneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'

interface Folders {
  readonly data: string
  readonly first: string
  readonly second: string
  readonly target: string
}

/**
 * A library is backed up, goes on, and is backed up again. `between` is what happens between the two; the ring is that of
 * the data folder.
 */
const withTwoBackups = (
  between: (library: RunningLibrary) => Promise<void>,
  use: (folders: Folders) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (data) => {
    const [first, second, target] = ['first', 'second', 'target'].map((name) => `${data}-${name}`)
    const folders = { data, first: first ?? '', second: second ?? '', target: target ?? '' }
    const library = await openLibraryIn(data)
    await acquireOneCopy(library)
    await registerNumberedBorrower(library, 1)
    await backUpInto(library, folders.first)
    await between(library)
    await backUpInto(library, folders.second)
    await library.close()
    await use(folders)
  })

const nothing = (): Promise<void> => Promise.resolve()

const heads = async (folder: string, ring: string) => {
  const library = await openLibraryIn(folder, { ring: path.join(ring, 'ring'), takeRing: true })
  const [at, status] = [await library.logHeads(), await library.keyStoreStatus()]
  await library.close()
  return { at, living: status.living, fenced: status.fenced }
}

describe('A restored backup', () => {
  it('has what the library had, and is served without an alarm', () =>
    withTwoBackups(nothing, async ({ data, second, target }) => {
      expect(await restoreWith(data, target, { logs: second })).toMatchObject({
        right: { folder: target, keysDestroyed: 0, unreadable: { missing: {}, fenced: {} } },
      })
      expect(await heads(target, data)).toEqual(await heads(data, data))
    }))

  it('has destroyed the keys that its older key store had, before anybody opens it', () =>
    withTwoBackups(
      async (library) => eraseBorrower(library, await registerNumberedBorrower(library, 2)),
      async ({ data, second, target }) => {
        rightOrThrow(await restoreWith(data, target, { logs: second }))
        expect(await heads(target, data)).toEqual(await heads(data, data))
      },
    ))

  it('has destroyed again what was erased between the backup of the keys and that of the logs', () =>
    withTemporaryFolder(async (data) => {
      const library = await openLibraryIn(data)
      const borrower = await registerNumberedBorrower(library, 1)
      await acquireOneCopy(library)
      await backUpInto(library, `${data}-first`)
      await eraseBorrower(library, borrower)
      await backUpInto(library, `${data}-second`)
      await library.close()
      const restored = rightOrThrow(
        await restoreWith(data, `${data}-target`, { logs: `${data}-second`, keys: `${data}-first` }),
      )
      expect(restored.keysDestroyed).toBeGreaterThan(0)
      expect(await heads(`${data}-target`, data)).toEqual(await heads(data, data))
    }))

  it('is refused when scopes would be lost that are not erased, and lists how many of which class', () =>
    withTwoBackups(
      async (library) => {
        await registerNumberedBorrower(library, 2)
      },
      async ({ data, first, second, target }) => {
        const older = { logs: second, keys: first }
        expect(await restoreWith(data, target, older)).toMatchObject({
          left: { _tag: 'ScopesWouldBeLost', unreadable: { missing: { borrower: 1 }, fenced: {} } },
        })
        expect(readdirSync(target)).toEqual([])
        rightOrThrow(await restoreWith(data, target, older, { acceptLost: true }))
        expect(existsSync(path.join(target, 'accepted-losses.json'))).toBe(true)
      },
    ))

  it('is refused when its keys were destroyed by an erasure that its older logs lack', () =>
    withTemporaryFolder(async (data) => {
      const library = await openLibraryIn(data)
      const borrower = await registerNumberedBorrower(library, 1)
      await acquireOneCopy(library)
      await backUpInto(library, `${data}-first`)
      await eraseBorrower(library, borrower)
      await backUpInto(library, `${data}-second`)
      await library.close()
      const mixed = { logs: `${data}-first`, keys: `${data}-second` }
      // The receipt tells which erasure it was: the logs then say it again.
      expect(await restoreWith(data, `${data}-target`, mixed)).toMatchObject({
        right: { unreadable: { missing: {}, fenced: {} } },
      })
      rmSync(path.join(data, 'ring-receipts'), { recursive: true })
      const restored = await restoreWith(data, `${data}-other`, mixed, { acceptLostReceipt: true })
      expect(restored).toMatchObject({
        left: { _tag: 'ScopesWouldBeLost', unreadable: { missing: {}, fenced: { borrower: 1 } } },
      })
    }))
})
