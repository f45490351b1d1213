import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { openBulkLog } from '../../adapters/stores/eventstore/sqlite/bulk-log'
import { bulkOrder } from '../../adapters/stores/sqlite/bulk-order'
import { openSqliteLog, type SqliteLog } from '../../adapters/stores/eventstore/sqlite/store'
import type { EventStore } from '../../domain/ports/event-store'
import { checkpointsContract } from './checkpoints'
import { eventStoreContract } from './event-store'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const fileOf = new Map<EventStore, string>()

const openFile = (file: string): SqliteLog => {
  const log = openSqliteLog(file)
  if (either.isLeft(log)) throw new Error(log.left.reason)
  fileOf.set(log.right.events, file)
  return log.right
}
const openNew = () => openFile(join(folder, `${String((files += 1))}.db`))

eventStoreContract('SQLite', {
  open: () => Promise.resolve(openNew().events),
  reopen: (closed) => Promise.resolve(openFile(fileOf.get(closed)!).events),
})
checkpointsContract('SQLite', () => Promise.resolve(openNew()))

const openInBulk = (file: string): SqliteLog => {
  const log = openBulkLog(bulkOrder())('circulation', file)
  if (either.isLeft(log)) throw new Error(log.left.reason)
  fileOf.set(log.right.events, file)
  return log.right
}
const openNewInBulk = () => openInBulk(join(folder, `${String((files += 1))}.db`))

eventStoreContract('SQLite, in bulk', {
  open: () => Promise.resolve(openNewInBulk().events),
  reopen: (closed) => Promise.resolve(openInBulk(fileOf.get(closed)!).events),
})
checkpointsContract('SQLite, in bulk', () => Promise.resolve(openNewInBulk()))
