import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { openBulkLog } from '../../adapters/stores/eventstore/sqlite/open-bulk-log'
import { openSqliteLog, type SqliteLog } from '../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { createBulkFileCommits } from '../../adapters/stores/sqlite/bulk/bulk-file-commits'
import type { EventStore, StoreUnavailable } from '../../domain/ports/event-store'
import { checkpointsContract } from './checkpoints-contract'
import { eventStoreContract } from './event-store-contract'
import { shufflingContract } from './event-store/shuffling-contract'
import type { StoreUnderTest } from './event-store/event-store-steps'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const fileOf = new Map<EventStore, string>()

type OpenLog = (file: string) => either.Either<StoreUnavailable, SqliteLog>

const openFile = (open: OpenLog, file: string): SqliteLog => {
  const log = open(file)
  if (either.isLeft(log)) throw new Error(log.left.reason)
  fileOf.set(log.right.events, file)
  return log.right
}
const openNew = (open: OpenLog) => openFile(open, join(folder, `${String((files += 1))}.db`))

const testLog = (name: string, open: OpenLog): void => {
  const underTest: StoreUnderTest = {
    open: () => Promise.resolve(openNew(open).events),
    reopen: (closed) => Promise.resolve(openFile(open, fileOf.get(closed)!).events),
  }
  eventStoreContract(name, underTest)
  shufflingContract(name, underTest)
  checkpointsContract(name, () => Promise.resolve(openNew(open)))
}

testLog('SQLite', (file) => openSqliteLog(file))
testLog('SQLite, in bulk', (file) => openBulkLog(createBulkFileCommits())('circulation', file))
