import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import {
  circulation,
  expectedRows,
  fold,
  keyOf,
  newFolder,
  openIn,
  persons,
  removeFolders,
  rowsOf,
  rowsOfScopes,
  scopes,
} from './read-models-in-folder'

afterAll(removeFolders)

const damageEveryPage = (file: string): void => {
  const bytes = readFileSync(file)
  for (let at = 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('read models that are copied under another key', () => {
  const newKey = keyOf(8)

  it('leave every query to those in use, read on in the logs, take their place, and open under the new key alone', async () => {
    const layout = newFolder()
    const { readModels, close } = openIn(layout)
    const middle = Math.floor(circulation.length / 2)
    fold(readModels, circulation.slice(0, middle), persons)
    const copying = readModels.copyToReplacement(newKey)()
    fold(readModels, circulation.slice(middle))
    expect(rowsOf(readModels)).toEqual(expectedRows)
    const next = rightOrThrow(await copying)
    expect(next.store.checkpoint('circulation')).toBe(circulation[middle - 1]?.metadata.position)
    expect(next.use()).toEqual({ _tag: 'Right', right: false })
    fold(next.store, circulation.slice(middle))
    rightOrThrow(await next.flush())
    expect(next.use()).toEqual({ _tag: 'Right', right: true })
    expect(rowsOf(readModels)).toEqual(expectedRows)
    close()
    const withNewKey = openIn(layout, [newKey])
    expect(rowsOf(withNewKey.readModels)).toEqual(expectedRows)
    withNewKey.close()
    const withOldKey = openIn(layout, [keyOf(7)])
    expect(withOldKey.readModels.checkpoint('circulation')).toBeUndefined()
    withOldKey.close()
  })

  it('can be copied again and again', async () => {
    const { readModels, close } = openIn(newFolder())
    fold(readModels, circulation, persons)
    for (const filling of [8, 9, 10]) {
      const next = rightOrThrow(await readModels.copyToReplacement(keyOf(filling))())
      expect(next.use()).toEqual({ _tag: 'Right', right: true })
      expect(rowsOf(readModels)).toEqual(expectedRows)
    }
    close()
  })

  it('keep no row of a scope that is purged while they are copied: the purge is done when both have none', async () => {
    const { readModels, close } = openIn(newFolder())
    fold(readModels, circulation, persons)
    const copying = readModels.copyToReplacement(newKey)()
    const purging = readModels.purgeInBackground(scopes)()
    expect(rowsOfScopes(readModels)).toBeGreaterThan(0)
    const next = rightOrThrow(await copying)
    rightOrThrow(await purging)
    expect([rowsOfScopes(readModels), rowsOfScopes(next.store)]).toEqual([0, 0])
    expect(next.use()).toEqual({ _tag: 'Right', right: true })
    expect(rowsOfScopes(readModels)).toBe(0)
    close()
  })

  it('have no row of a scope whose purge began before', async () => {
    const { readModels, close } = openIn(newFolder())
    fold(readModels, circulation, persons)
    const purging = readModels.purgeInBackground(scopes)()
    const next = rightOrThrow(await readModels.copyToReplacement(newKey)())
    rightOrThrow(await purging)
    expect(rowsOfScopes(next.store)).toBe(0)
    close()
  })

  it('are one at a time, and not beside others that are folded anew', async () => {
    const { readModels, close } = openIn(newFolder())
    const alreadyStarted = { left: { reason: 'the read models are being rebuilt already' } }
    const copying = readModels.copyToReplacement(newKey)()
    expect(readModels.startReplacement()).toMatchObject(alreadyStarted)
    expect(await readModels.copyToReplacement(newKey)()).toMatchObject(alreadyStarted)
    rightOrThrow(await copying).discard()
    rightOrThrow(readModels.startReplacement())
    expect(await readModels.copyToReplacement(newKey)()).toMatchObject(alreadyStarted)
    close()
  })

  it('are removed when the library is closed while they are copied', async () => {
    const layout = newFolder()
    const { readModels, close } = openIn(layout)
    fold(readModels, circulation, persons)
    const copying = readModels.copyToReplacement(newKey)()
    close()
    expect(await copying).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(existsSync(layout.nextReadModels)).toBe(false)
    expect(await readModels.copyToReplacement(newKey)()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })

  it('are not used when a page of the file in use is damaged', async () => {
    const layout = newFolder()
    const { readModels, close } = openIn(layout)
    fold(readModels, circulation, persons)
    rightOrThrow(await readModels.purgeInBackground([])())
    damageEveryPage(layout.readModels)
    expect(await readModels.copyToReplacement(newKey)()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(existsSync(layout.nextReadModels)).toBe(false)
    rightOrThrow(readModels.startReplacement(newKey)).discard()
    close()
  })
})
