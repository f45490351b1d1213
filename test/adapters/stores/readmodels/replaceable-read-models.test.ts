import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ErasureDue } from '../../../../domain/erasure/events/erasure-due'
import type { EventId, RunId } from '../../../../domain/values/ids'
import { withMetadataIn } from '../../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import {
  circulation,
  expectedRows,
  fold,
  newFolder,
  openIn,
  persons,
  removeFolders,
  rowsOf,
  rowsOfScopes,
  scopes,
} from './read-models-in-folder'

afterAll(removeFolders)

describe('read models that are folded anew', () => {
  it('leave every query to those in use, and then take their place', async () => {
    const layout = newFolder()
    const { readModels, close } = openIn(layout)
    fold(readModels, circulation, persons)
    const next = rightOrThrow(readModels.startReplacement())
    expect(rowsOf(readModels)).toEqual(expectedRows)
    fold(next.store, circulation, persons)
    rightOrThrow(await next.flush())
    expect(next.use()).toEqual({ _tag: 'Right', right: true })
    expect(rowsOf(readModels)).toEqual(expectedRows)
    expect(readdirSync(path.dirname(layout.readModels)).filter((name) => name.includes('next'))).toEqual([])
    close()
    const again = openIn(layout)
    expect(rowsOf(again.readModels)).toEqual(expectedRows)
    again.close()
  })

  it('do not take their place before they have read as much of the logs', async () => {
    const { readModels, close } = openIn(newFolder())
    fold(readModels, circulation, persons)
    const next = rightOrThrow(readModels.startReplacement())
    fold(next.store, circulation.slice(0, -1), persons)
    rightOrThrow(await next.flush())
    expect(next.use()).toEqual({ _tag: 'Right', right: false })
    fold(next.store, circulation.slice(-1))
    expect(next.use()).toEqual({ _tag: 'Right', right: true })
    close()
  })

  it('do not take their place while a purge waits for the disk', async () => {
    const { readModels, close } = openIn(newFolder())
    const next = rightOrThrow(readModels.startReplacement())
    const purged = readModels.purgeInBackground(scopes.slice(0, 1))()
    expect(next.use()).toEqual({ _tag: 'Right', right: false })
    rightOrThrow(await purged)
    expect(next.use()).toEqual({ _tag: 'Right', right: true })
    close()
  })

  it('keep no row of a scope that is purged meanwhile, also when its events were opened before', async () => {
    const { readModels, close } = openIn(newFolder())
    const middle = Math.floor(circulation.length / 2)
    fold(readModels, circulation, persons)
    const next = rightOrThrow(readModels.startReplacement())
    fold(next.store, circulation.slice(0, middle))
    expect(rowsOfScopes(readModels)).toBeGreaterThan(0)
    rightOrThrow(await readModels.purgeInBackground(scopes)())
    expect(rowsOfScopes(readModels)).toBe(0)
    fold(next.store, circulation.slice(middle))
    expect(rowsOfScopes(readModels)).toBe(0)
    close()
  })

  it('keep no row of a scope whose erasure those in use have read, once this is confirmed', async () => {
    const { readModels, close } = openIn(newFolder())
    fold(readModels, circulation, persons)
    const next = rightOrThrow(readModels.startReplacement())
    fold(next.store, circulation, persons)
    const run = '00000000-0000-4000-8000-000000000001' as RunId
    const trigger = '00000000-0000-4000-8000-000000000002' as EventId
    const due = scopes.map((scope) => ({ ...scope, trigger }))
    const declared = ErasureDue({ run, reason: 'due', scopes: due }, {})
    fold(readModels, withMetadataIn('circulation', '2026-01-10', circulation.length)([declared]))
    expect(rowsOfScopes(readModels)).toBeGreaterThan(0)
    rightOrThrow(await readModels.purgeInBackground([])())
    expect(rowsOfScopes(readModels)).toBe(0)
    close()
  })

  it('are one at a time', () => {
    const { readModels, close } = openIn(newFolder())
    const next = rightOrThrow(readModels.startReplacement())
    expect(readModels.startReplacement()).toMatchObject({
      left: { reason: 'the read models are being rebuilt already' },
    })
    next.discard()
    rightOrThrow(readModels.startReplacement())
    close()
  })

  it('cannot take their place any more once the library is closed', () => {
    const { readModels, close } = openIn(newFolder())
    const next = rightOrThrow(readModels.startReplacement())
    close()
    expect(next.use()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })

  it('are removed when they are given up, when the library closes, and after a crash', () => {
    const layout = newFolder()
    const { readModels, close } = openIn(layout)
    rightOrThrow(readModels.startReplacement()).discard()
    expect(existsSync(layout.nextReadModels)).toBe(false)
    rightOrThrow(readModels.startReplacement())
    close()
    expect(existsSync(layout.nextReadModels)).toBe(false)
    mkdirSync(path.dirname(layout.nextReadModels), { recursive: true })
    writeFileSync(layout.nextReadModels, 'left by a process that was killed')
    openIn(layout).close()
    expect(existsSync(layout.nextReadModels)).toBe(false)
  })
})
