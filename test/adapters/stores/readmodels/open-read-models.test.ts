import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { either } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { openReadModels } from '../../../../adapters/stores/readmodels/sqlite/open-read-models'
import { openDisposableDatabase, type SqliteDatabase } from '../../../../adapters/stores/sqlite/open-sqlite-database'
import { disposableDatabaseSettings } from '../../../../adapters/stores/sqlite/sqlite-settings'
import type { ScopeId } from '../../../../domain/values/ids'
import { allReadModels } from '../../../../projections/all-read-models'
import type { ReadModelStore } from '../../../../projections/read-model/read-model-store'
import fc from 'fast-check'
import { arbitraryHistory } from '../../../arbitrary/history/arbitrary-history'
import { canaryText } from '../../../arbitrary/history/history-state'
import { readModelsContract } from '../../../contract/read-models-contract'
import { withMetadataIn } from '../../../fixtures/in-memory-read-models'

const folders: string[] = []
const key = new Uint8Array(32).fill(7)

const fileIn = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-'))
  folders.push(folder)
  return path.join(folder, 'readmodels.db')
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

const openFile = (file: string, models = allReadModels, withKey = key) =>
  pipe(openDisposableDatabase(withKey)(disposableDatabaseSettings)(file), either.chain(openReadModels(models)))

const orThrow = either.getOrElse((): ReadModelStore => {
  throw new Error('the file cannot be opened')
})

readModelsContract('SQLite', () => {
  const file = fileIn()
  return { open: (models) => orThrow(openFile(file, models)) }
})

const bytesIn = (file: string): Buffer => {
  const folder = path.dirname(file)
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))))
}

describe('the file of the read models', () => {
  const [history] = fc.sample(arbitraryHistory(200), { seed: 7, numRuns: 1 })

  it('holds no personal data in clear text, nor does its write-ahead log', () => {
    const file = fileIn()
    const models = orThrow(openFile(file))
    models.foldEvents(withMetadataIn('circulation')(history!.circulation))
    models.foldEvents(withMetadataIn('persons')(history!.persons))
    models.commit()
    expect(bytesIn(file).length).toBeGreaterThan(100_000)
    expect(bytesIn(file).includes(canaryText)).toBe(false)
    models.close()
  })

  it('has an empty write-ahead log after a purge', () => {
    const file = fileIn()
    const models = orThrow(openFile(file))
    models.foldEvents(withMetadataIn('circulation')(history!.circulation))
    models.purge(history!.scopes.map(({ class: name, scope }) => ({ class: name, scope: scope as ScopeId })))
    expect(readFileSync(`${file}-wal`).length).toBe(0)
    models.close()
  })

  it('answers StoreUnavailable when an open read keeps purged rows in the write-ahead log', () => {
    const file = fileIn()
    const models = orThrow(openFile(file))
    models.foldEvents(withMetadataIn('circulation')(history!.circulation))
    models.commit()
    const settings = { ...disposableDatabaseSettings, busyTimeout: 1 }
    const reader = pipe(
      openDisposableDatabase(key)(settings)(file),
      either.getOrElse((): SqliteDatabase => {
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

  it('does not open with another key, or when it is not a database', () => {
    const file = fileIn()
    orThrow(openFile(file)).close()
    const other = new Uint8Array(32).fill(8)
    expect(openFile(file, allReadModels, other)).toMatchObject({ _tag: 'Left', left: { _tag: 'StoreUnavailable' } })
    const nonsense = fileIn()
    writeFileSync(nonsense, 'not a database, and long enough to be taken for a page of one '.repeat(200))
    expect(openFile(nonsense)).toMatchObject({ _tag: 'Left', left: { _tag: 'StoreUnavailable' } })
  })
})
