import { closeSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  createPrivateFile,
  destroyPrivateFiles,
  removeUnfinishedFiles,
  writePrivateFile,
} from '../../../../adapters/system/files/private-files'
import { withTemporaryFolder } from '../../../fixtures/running-library'

const withFolder = (use: (folder: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder((folder) => {
    mkdirSync(folder)
    return use(folder)
  })

/** Runs a change, and answers what stands then in the bytes of a file that was there before. */
const oldBytesAfter = async (file: string, change: () => Promise<unknown>): Promise<string> => {
  const opened = openSync(file, 'r')
  await change()
  const left = readFileSync(opened, 'utf8')
  closeSync(opened)
  return left.replaceAll('\0', '')
}

describe('A file that only its owner may read', () => {
  it('is written whole, with mode 0600, and leaves nothing of what it replaces', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'key')
      writeFileSync(file, 'the old key', { mode: 0o644 })
      expect(await oldBytesAfter(file, () => writePrivateFile(folder, 'key', 'the new key'))).toBe('')
      expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['the new key', 0o600])
      expect(readdirSync(folder)).toEqual(['key'])
    }))

  it('is destroyed with its bytes; what is gone already is passed over', () =>
    withFolder(async (folder) => {
      const file = path.join(folder, 'key')
      writeFileSync(file, 'the old key')
      expect(await oldBytesAfter(file, () => destroyPrivateFiles(folder, ['gone', 'key']))).toBe('')
      expect(readdirSync(folder)).toEqual([])
      await destroyPrivateFiles(path.join(folder, 'no-such-folder'), ['key'])
    }))

  it('that a killed process had not finished is removed with its bytes, unless they have another name', () =>
    withFolder(async (folder) => {
      writeFileSync(path.join(folder, 'key.new'), 'half a key')
      writeFileSync(path.join(folder, 'other'), 'a key')
      linkSync(path.join(folder, 'other'), path.join(folder, 'other.new'))
      expect(await oldBytesAfter(path.join(folder, 'key.new'), () => removeUnfinishedFiles(folder))).toBe('')
      expect(readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['a key'])
    }))

  it('is created by one of those who create it at once', () =>
    withFolder(async (folder) => {
      const created = await Promise.all(
        ['one', 'two', 'three'].map((text) => createPrivateFile(folder, 'key', `the key of ${text}`)),
      )
      expect(created.filter(Boolean)).toHaveLength(1)
      expect(readdirSync(folder)).toEqual(['key'])
    }))
})
