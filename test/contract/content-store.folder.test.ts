import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { openContentFolder } from '../../adapters/stores/contents/open-content-folder'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { piecesOf } from '../fixtures/pieces-of'
import { testContentStoreContract } from './content-store-contract'

const withFolder = async (test: (folder: string, above: string) => Promise<void>): Promise<void> => {
  const above = mkdtempSync(path.join(tmpdir(), 'contents-'))
  await test(path.join(above, 'footage'), above).finally(() => rmSync(above, { recursive: true }))
}

testContentStoreContract('in a folder', () => {
  const above = mkdtempSync(path.join(tmpdir(), 'contents-'))
  return {
    store: openContentFolder(path.join(above, 'footage')),
    close: () => rmSync(above, { recursive: true }),
  }
})

describe('a folder of contents', () => {
  it('is for its owner alone, and the times of its files tell nothing', () =>
    withFolder(async (folder) => {
      await openContentFolder(folder).put(numberedUuid(1), piecesOf(Buffer.from('content')))()
      const file = path.join(folder, numberedUuid(1))
      expect([folder, file].map((place) => (statSync(place).mode & 0o777).toString(8))).toEqual(['700', '600'])
      expect([folder, file].map((place) => statSync(place).mtimeMs)).toEqual([0, 0])
      expect(readdirSync(folder)).toEqual([numberedUuid(1)])
      expect(readFileSync(file, 'utf8')).toBe('content')
    }))

  it('says so when it cannot be written', () =>
    withFolder(async (folder) => {
      writeFileSync(folder, 'a file where the folder should be')
      const store = openContentFolder(folder)
      expect(await store.put(numberedUuid(1), piecesOf(Buffer.from('content')))()).toEqual(
        E.left({ _tag: 'ContentStoreUnavailable' }),
      )
      expect(await store.list()).toEqual(E.left({ _tag: 'ContentStoreUnavailable' }))
    }))
})
