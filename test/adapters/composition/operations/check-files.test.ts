import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createFileCheckOperations } from '../../../../adapters/composition/operations/check-files'
import { emptyWriteAheadLogOnlyBetweenFileChecks } from '../../../../adapters/composition/opening/empty-write-ahead-log-only-between-file-checks'
import type { LibraryStores } from '../../../../adapters/composition/stores/library-stores'
import {
  createDatabaseFileCheckResults,
  type DatabaseFileToCheck,
} from '../../../../adapters/processes/damage/database-file-check-results'
import { checkDatabaseFile, type CheckFile } from '../../../../adapters/stores/sqlite/integrity/check-database-file'
import { openDurableDatabase } from '../../../../adapters/stores/sqlite/open-sqlite-database'
import { keyStoreFileSettings } from '../../../../adapters/stores/sqlite/sqlite-settings'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const files: ReadonlyArray<DatabaseFileToCheck> = ['one', 'two'].map((file) => ({ path: file, file, part: 'keys' }))

/** Checks files with this check. `alarms` are those raised so far. */
const checking = (check: CheckFile, checked = files) => {
  const alarms: string[] = []
  const fileChecks = createDatabaseFileCheckResults(checked)
  const closing = new AbortController()
  const dependencies = {
    fileChecks,
    failingParts: { failed: () => undefined },
    alarm: (kind: string) => alarms.push(kind),
    checkFile: check,
  }
  return {
    fileChecks,
    alarms,
    checkFiles: createFileCheckOperations(dependencies, closing.signal).checkAll,
    close: () => closing.abort(),
  }
}

describe('the check of the files of keys', () => {
  it('never runs beside the emptying of their write-ahead log, which goes before the check of the next file', async () => {
    const steps: string[] = []
    const { fileChecks, checkFiles } = checking((file) => async () => {
      steps.push(`check of ${file} begins`)
      await setImmediate()
      steps.push(`check of ${file} ends`)
      return E.right(undefined)
    })
    const keyStore = { checkpointTruncate: TE.fromIO(() => void steps.push('emptied')) }
    const stores = emptyWriteAheadLogOnlyBetweenFileChecks(fileChecks)({ keyStore } as object as LibraryStores)
    await Promise.all([checkFiles(2)(), stores.keyStore.checkpointTruncate()])
    expect(steps).toEqual([
      'check of one begins',
      'check of one ends',
      'emptied',
      'check of two begins',
      'check of two ends',
    ])
  })

  it('ends when the library is closed, and reports nothing of the file that it was reading', async () => {
    const { alarms, fileChecks, checkFiles, close } = checking(
      (_file, stop) => () =>
        new Promise((resolve) => {
          stop.addEventListener('abort', () => resolve(E.left({ _tag: 'StoreUnavailable', reason: 'ended' })))
        }),
    )
    const checked = checkFiles(1)()
    await setImmediate()
    close()
    await checked
    expect([alarms, files.map((file) => fileChecks.resultOf(file)._tag)]).toEqual([[], ['NotChecked', 'NotChecked']])
  })
})

describe('the check of all files', () => {
  const all: ReadonlyArray<DatabaseFileToCheck> = [
    { path: 'circulation', file: 'circulation', part: 'circulation' },
    { path: 'persons', file: 'persons', part: 'persons' },
    ...files,
  ]

  it.each([
    [1, 1],
    [2, 2],
    [4, 3],
  ])('of %i parts at a time runs %i checks beside each other, and never two of one part', async (atATime, most) => {
    const [running, beside]: [Set<string>, string[][]] = [new Set(), []]
    const { checkFiles, fileChecks } = checking(
      (file) => async () => {
        running.add(file)
        beside.push([...running])
        for (let turn = 0; turn < 3; turn += 1) await setImmediate()
        running.delete(file)
        return E.right(undefined)
      },
      all,
    )
    await checkFiles(atATime)()
    expect(Math.max(...beside.map(({ length }) => length))).toBe(most)
    expect(beside.filter((batch) => batch.includes('one') && batch.includes('two'))).toEqual([])
    expect(all.map((file) => fileChecks.resultOf(file)._tag)).toEqual(all.map(() => 'Whole'))
  })
})

describe('the process that checks a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-check-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const whole = path.join(folder, 'whole.db')
  const db = rightOrThrow(openDurableDatabase(keyStoreFileSettings)(whole))
  db.exec('CREATE TABLE numbers (number INTEGER UNIQUE); INSERT INTO numbers VALUES (1)')
  afterAll(() => db.close())
  const never = new AbortController().signal

  it('says of a whole file that nothing is damaged, and of another file that it is', async () => {
    const other = path.join(folder, 'other.db')
    writeFileSync(other, 'no database'.repeat(1000))
    expect(await checkDatabaseFile(whole, never)()).toEqual(E.right(undefined))
    expect(await checkDatabaseFile(other, never)()).toEqual(E.right({ indexes: [], beyondIndexes: true }))
    expect(E.isLeft(await checkDatabaseFile(path.join(folder, 'missing.db'), never)())).toBe(true)
  })

  it('is ended at once', async () => {
    const stop = new AbortController()
    const checked = checkDatabaseFile(whole, stop.signal)()
    stop.abort()
    expect(await checked).toMatchObject(E.left({ _tag: 'StoreUnavailable' }))
  })
})
