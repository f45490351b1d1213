import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { libraryOpeningErrorMessage } from '../../../../adapters/composition/library-opening-error'
import { openRunningLibrary } from '../../../../adapters/composition/open-running-library'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { compareVersions, isLaterRelease } from '../../../../adapters/stores/data-folder/compare-release-versions'
import { openLibraryIn, testOpenOptions, withTemporaryFolder } from '../../../fixtures/running-library'

const problemOf = async (folder: string, version = '0.9.1'): Promise<string> => {
  const opened = await openRunningLibrary(folder, { ...testOpenOptions, version })()
  if (opened._tag === 'Left') return libraryOpeningErrorMessage(opened.left)
  await opened.right.close()
  return 'none'
}

const useWith = async (folder: string, version: string): Promise<void> => {
  await (await openLibraryIn(folder, { version })).close()
}

const descriptionOf = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(dataFolderLayout(folder).description, 'utf8')) as Record<string, unknown>

const describeAs = (folder: string, members: Readonly<Record<string, unknown>>): void => {
  writeFileSync(dataFolderLayout(folder).description, JSON.stringify({ ...descriptionOf(folder), ...members }))
}

describe('a data folder that a later version has used', () => {
  it('is refused with both versions and what to do, and is left as it is', async () => {
    await withTemporaryFolder(async (folder) => {
      await useWith(folder, '0.10.0')
      const before = descriptionOf(folder)
      expect(await problemOf(folder)).toBe(
        `The data folder ${folder} was used by Glemsom 0.10.0, and this is 0.9.1, which does not know everything that is stored there. Nothing was changed. Use 0.10.0 or a later one, or restore a backup from before the upgrade.`,
      )
      expect(descriptionOf(folder)).toEqual(before)
    })
  })

  it.each([
    ['of a later format', { format: 3, usedBy: '1.0.0' }, 'was used by Glemsom 1.0.0'],
    [
      'of a later format with members that this version does not know',
      { format: 4, x: 1 },
      'a later version of Glemsom',
    ],
  ])('is refused %s', async (_, members, expected) => {
    await withTemporaryFolder(async (folder) => {
      await useWith(folder, '0.9.1')
      describeAs(folder, members)
      expect(await problemOf(folder)).toContain(expected)
    })
  })

  it('is refused when only one of its files is later', async () => {
    await withTemporaryFolder(async (folder) => {
      await useWith(folder, '0.9.1')
      const log = new Database(dataFolderLayout(folder).persons)
      log.pragma('user_version = 99')
      log.close()
      expect(await problemOf(folder)).toMatch(/made by a later release: use that release, or restore a backup/)
    })
  })

  it('is opened when it was only a later patch, which changes nothing that is stored', async () => {
    await withTemporaryFolder(async (folder) => {
      await useWith(folder, '0.9.7')
      expect(await problemOf(folder)).toBe('none')
      expect(descriptionOf(folder)).toMatchObject({ usedBy: '0.9.7' })
    })
  })
})

describe('a data folder of an earlier version', () => {
  it('is opened, and says from then on by which version it was used', async () => {
    await withTemporaryFolder(async (folder) => {
      await useWith(folder, '0.2.0')
      const { usedBy, ...first } = descriptionOf(folder)
      expect(usedBy).toBe('0.2.0')
      writeFileSync(dataFolderLayout(folder).description, JSON.stringify(first))
      expect(await problemOf(folder, '0.9.1')).toBe('none')
      expect(descriptionOf(folder)).toEqual({ ...first, usedBy: '0.9.1' })
      describeAs(folder, { colour: 'red' })
      expect(await problemOf(folder)).toContain('folder.json does not have the expected form')
    })
  })
})

describe('versions', () => {
  it.each([
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.0', true],
    ['0.2.1', '0.2.0', false],
    ['0.1.9', '0.2.0', false],
  ])('%s is of a later release than %s: %s', (one, other, expected) => {
    expect(isLaterRelease(one, other)).toBe(expected)
    expect(compareVersions(one, other)).toBe(-compareVersions(other, one))
  })
})
