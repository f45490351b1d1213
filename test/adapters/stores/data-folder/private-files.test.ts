import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openRunningLibrary } from '../../../../adapters/composition/open-running-library'
import { makeFolderPrivate } from '../../../../adapters/stores/data-folder/make-data-folder-private'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { openLibraryIn, testOpenOptions, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireTestCopy } from '../../interfaces/cli/acquire-test-copy'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const modeOf = (file: string): number => statSync(file).mode & 0o777

/** The paths below a folder, and the folder itself, in which others than the owner have a right. */
const openToOthers = (folder: string): ReadonlyArray<string> =>
  ['', ...(readdirSync(folder, { recursive: true }) as string[])].filter(
    (name) => (modeOf(path.join(folder, name)) & 0o077) !== 0,
  )

/** Gives everybody the right to read everything, as an older version or a copying program did. */
const openEverythingToOthers = (folder: string): void => {
  for (const name of ['', ...(readdirSync(folder, { recursive: true }) as string[])]) {
    const file = path.join(folder, name)
    if (name !== 'ring' && !name.startsWith(`ring${path.sep}`))
      chmodSync(file, statSync(file).isDirectory() ? 0o755 : 0o644)
  }
}

describe('nobody but the owner can use a data folder and its files', () => {
  let mask = 0
  beforeEach(() => {
    mask = process.umask(0)
  })
  afterEach(() => {
    process.umask(mask)
  })

  it.each([
    ['that did not exist', () => undefined],
    ['that was made beforehand with mode 0755', (folder: string) => mkdirSync(folder, { mode: 0o755 })],
    ['that was made beforehand with mode 0777', (folder: string) => mkdirSync(folder, { mode: 0o777 })],
  ])('in a folder %s', async (_, make) => {
    await withTemporaryFolder(async (folder) => {
      make(folder)
      for (const inBulk of [false, true]) {
        const library = await openLibraryIn(folder, { inBulk })
        if (!inBulk) await acquireTestCopy(library)
        expect(openToOthers(folder)).toEqual([])
        await library.close()
        expect(openToOthers(folder)).toEqual([])
      }
      expect(modeOf(folder)).toBe(0o700)
      expect(modeOf(dataFolderLayout(folder).ownerLock)).toBe(0o600)
    })
  })

  it('also when others could read it until now, which is an alarm', async () => {
    await withTemporaryFolder(async (folder) => {
      const first = await openLibraryIn(folder)
      await acquireTestCopy(first)
      const copied = `${folder}-copied`
      copyWithModes(folder, copied, { recursive: true })
      await first.close()
      openEverythingToOthers(copied)
      const alarms: string[] = []
      const library = await openLibraryIn(copied, { alarm: (kind) => void alarms.push(kind) })
      expect(alarms).toEqual(['FolderWasOpenToOthers'])
      expect(modeOf(copied)).toBe(0o700)
      const databases = openToOthers(copied).filter((name) => name.includes('.db'))
      expect(databases).toEqual([])
      await library.close()
    })
  })

  it('or the folder is refused, when it is not a folder or belongs to the system', async () => {
    await withTemporaryFolder(async (folder) => {
      writeFileSync(folder, '')
      expect(await openRunningLibrary(folder, testOpenOptions)()).toMatchObject({ left: { _tag: 'NotAFolder' } })
      expect(makeFolderPrivate(dataFolderLayout('/proc/self/task'))).toMatchObject({
        left: { _tag: 'FolderNotPrivate' },
      })
    })
  })
})
