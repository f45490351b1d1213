import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { either } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { openReadModels } from '../../../../adapters/stores/readmodels/sqlite/read-models'
import { openDisposable, type Db } from '../../../../adapters/stores/sqlite/open'
import { forDisposable } from '../../../../adapters/stores/sqlite/settings'
import type { ScopeId } from '../../../../domain/values/ids'
import { readModels } from '../../../../projections/registry'
import type { ReadModels } from '../../../../projections/kernel/read-models'
import fc from 'fast-check'
import { arbitraryHistory } from '../../../arbitrary/history/history'
import { canary } from '../../../arbitrary/history/world'
import { readModelsContract } from '../../../contract/read-models'
import { recordedIn } from '../../../fixtures/read-models'

const folders: string[] = []
const key = new Uint8Array(32).fill(7)

const fileIn = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-'))
  folders.push(folder)
  return path.join(folder, 'readmodels.db')
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

const opened = (file: string, models = readModels, withKey = key) =>
  pipe(openDisposable(withKey)(forDisposable)(file), either.chain(openReadModels(models)))

const orThrow = either.getOrElse((): ReadModels => {
  throw new Error('the file cannot be opened')
})

readModelsContract('SQLite', () => {
  const file = fileIn()
  return { open: (models) => orThrow(opened(file, models)) }
})

const bytesIn = (file: string): Buffer => {
  const folder = path.dirname(file)
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))))
}

describe('the file of the read models', () => {
  const [history] = fc.sample(arbitraryHistory(200), { seed: 7, numRuns: 1 })

  it('holds nothing personal in the clear, in its write-ahead log neither', () => {
    const file = fileIn()
    const models = orThrow(opened(file))
    models.take(recordedIn('circulation')(history!.circulation))
    models.take(recordedIn('persons')(history!.persons))
    models.commit()
    expect(bytesIn(file).length).toBeGreaterThan(100_000)
    expect(bytesIn(file).includes(canary)).toBe(false)
    models.close()
  })

  it('has an empty write-ahead log after a purge', () => {
    const file = fileIn()
    const models = orThrow(opened(file))
    models.take(recordedIn('circulation')(history!.circulation))
    models.purge(history!.scopes.map(({ class: name, scope }) => ({ class: name, scope: scope as ScopeId })))
    expect(readFileSync(`${file}-wal`).length).toBe(0)
    models.close()
  })

  it('says so when a reader keeps purged rows alive in the write-ahead log', () => {
    const file = fileIn()
    const models = orThrow(opened(file))
    models.take(recordedIn('circulation')(history!.circulation))
    models.commit()
    const settings = { ...forDisposable, busyTimeout: 1 }
    const reader = pipe(
      openDisposable(key)(settings)(file),
      either.getOrElse((): Db => {
        throw new Error('the file cannot be opened')
      }),
    )
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM loans').get()
    expect(models.purge([{ class: 'loan', scope: 'any' as ScopeId }])).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'StoreUnavailable' },
    })
    reader.close()
    expect(models.purge([])).toMatchObject({ _tag: 'Right' })
    models.close()
  })

  it('does not open with another key, nor when it is no database', () => {
    const file = fileIn()
    orThrow(opened(file)).close()
    const other = new Uint8Array(32).fill(8)
    expect(opened(file, readModels, other)).toMatchObject({ _tag: 'Left', left: { _tag: 'StoreUnavailable' } })
    const nonsense = fileIn()
    writeFileSync(nonsense, 'not a database, and long enough to be taken for a page of one '.repeat(200))
    expect(opened(nonsense)).toMatchObject({ _tag: 'Left', left: { _tag: 'StoreUnavailable' } })
  })
})
