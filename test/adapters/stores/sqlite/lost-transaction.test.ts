import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { createBulkFileCommits } from '../../../../adapters/stores/sqlite/bulk/bulk-file-commits'
import { createBulkTransaction } from '../../../../adapters/stores/sqlite/bulk/bulk-transaction'
import { createLazyTransaction } from '../../../../adapters/stores/sqlite/lazy-transaction'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-lost-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
/** A table, and the loss of its transaction: what SQLite does when a read must write changed pages to a full disk. */
const openTable = () => {
  const db = new Database(join(folder, `${String((files += 1))}.db`))
  db.exec('CREATE TABLE numbers (number INTEGER)')
  const insert = db.prepare<[number]>('INSERT INTO numbers VALUES (?)')
  const count = db.prepare<[], number>('SELECT count(*) FROM numbers').pluck()
  return {
    db,
    insert: (number: number) => insert.run(number),
    count: () => count.get(),
    lose: () => db.exec('ROLLBACK'),
  }
}

const lost = { _tag: 'Left', left: { _tag: 'StoreUnavailable' } }

describe('writing in bulk, when SQLite rolls back by itself', () => {
  it('never answers that what was lost is durable, and writes nothing more', () => {
    const { db, insert, count, lose } = openTable()
    const commits = createBulkFileCommits()
    const calls: string[] = []
    commits.onFailure(() => calls.push('failed'))
    const transaction = createBulkTransaction(db, () => calls.push('rolled back'), commits.reportFailure)
    commits.addLog('circulation', transaction)
    expect(transaction.run(() => insert(1))).toMatchObject({ _tag: 'Right' })
    lose()
    expect(transaction.isPending()).toBe(true)
    expect(commits.commitAll()).toMatchObject(lost)
    expect(calls).toEqual(['rolled back', 'failed'])
    expect(transaction.run(() => insert(2))).toMatchObject(lost)
    expect(count()).toBe(0)
    db.close()
  })

  it('refuses the next write, and the keys are not committed without it', () => {
    const { db, insert, lose } = openTable()
    const commits = createBulkFileCommits()
    const keys = createBulkTransaction(db, () => undefined, commits.reportFailure)
    commits.addKeyStore(keys)
    keys.run(() => insert(1))
    lose()
    expect(keys.run(() => insert(2))).toMatchObject(lost)
    expect(commits.commitOtherLog('persons')).toMatchObject({ _tag: 'Right' })
    expect(commits.commitAll()).toMatchObject(lost)
    db.close()
  })

  it('counts work as lost that was never committed when the file was closed', () => {
    const { db, insert } = openTable()
    const transaction = createBulkTransaction(
      db,
      () => undefined,
      () => undefined,
    )
    transaction.run(() => insert(1))
    db.close()
    expect(transaction.isPending()).toBe(true)
    expect(transaction.commit()).toMatchObject(lost)
  })
})

describe('rows folded from the logs, when SQLite rolls back by itself', () => {
  const openLazily = () => {
    const table = openTable()
    const calls: string[] = []
    const transaction = createLazyTransaction(table.db, {
      beforeBegin: () => undefined,
      beforeCommit: () => calls.push('checkpoint saved'),
      afterRollback: () => calls.push('checkpoint reloaded'),
    })
    transaction.begin()
    table.insert(1)
    table.lose()
    return { ...table, calls, transaction }
  }

  it('never saves a checkpoint that is ahead of the rows', () => {
    const { db, transaction, calls } = openLazily()
    expect(transaction.commit).toThrow('rolled back')
    expect(transaction.begin).toThrow('rolled back')
    transaction.rollback()
    expect(calls).toEqual(['checkpoint reloaded'])
    db.close()
  })

  it('goes on from the last checkpoint after the rollback', () => {
    const { db, transaction, insert, count, calls } = openLazily()
    transaction.rollback()
    transaction.begin()
    insert(2)
    transaction.commit()
    expect([count(), calls]).toEqual([1, ['checkpoint reloaded', 'checkpoint saved']])
    db.close()
  })
})
