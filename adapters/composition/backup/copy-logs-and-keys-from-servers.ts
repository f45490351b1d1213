import { mkdirSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { AppendError, EventStore, Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { ReportBackupProgress } from '../../processes/backup/backup-operations'
import { withLeaseOnce } from '../../processes/leases/with-lease'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { openSqliteLog } from '../../stores/eventstore/sqlite/open-sqlite-log'
import { openSqliteKeyStore } from '../../stores/keystore/sqlite/open-sqlite-key-store'
import { copyKeyRowsToStore } from '../../stores/migration/copy-key-rows-to-store'
import { appendMigratedEventBatchTo, batchByStream } from '../../stores/migration/migration-event-batches'
import { eventsOfPages } from '../../stores/migration/events-of-pages'
import { logDigestOf } from '../../stores/migration/log-digest'
import { readLogUntil, type LogUntil } from '../../stores/migration/log-until'
import { delay } from '../../system/concurrency/delay'
import { retentionLeaseName } from '../retention/retention-lease-name'
import type { LibraryStores } from '../stores/library-stores'
import { openKeyStoreInFolder } from '../stores/open-key-store-in-folder'

/** The stores on servers that are copied. */
export type ServerStoresToBackUp = Pick<LibraryStores, 'logs' | 'keyStore' | 'ring' | 'coordination'>

type Failure = StoreUnavailable | Unavailable
type Heads = Readonly<Record<LogName, Position | undefined>>

/** Appends that wait for the disk together. */
const appendsAtOnce = 256

const copyFailed = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

const readHeads = async ({ logs }: ServerStoresToBackUp): Promise<Heads> => ({
  circulation: await logs.circulation.head(),
  persons: await logs.persons.head(),
})

const copyKeysInto = async (
  { keyStore, ring }: ServerStoresToBackUp,
  layout: DataFolderLayout,
): Promise<E.Either<Failure, void>> => {
  const target = await openKeyStoreInFolder(layout, ring, openSqliteKeyStore)()
  if (E.isLeft(target)) return target
  const copied = await copyKeyRowsToStore(keyStore, target.right)
  await target.right.close()
  return pipe(
    copied,
    E.map(() => undefined),
    E.mapLeft((error) =>
      'reason' in error ? keysUnavailable(error.reason) : keysUnavailable('the keys were not copied'),
    ),
  )
}

/**
 * No process erases anything while the ends of the logs are read and then the keys: each event up to those ends has its
 * key in the copy, and each key that is destroyed in the copy is declared in the logs.
 */
const copyKeysOfOneMoment = (stores: ServerStoresToBackUp, layout: DataFolderLayout): TE.TaskEither<Failure, Heads> =>
  withLeaseOnce(stores.coordination.leases, delay)(retentionLeaseName)((holdsLease) => async () => {
    const heads = await readHeads(stores)
    const copied = await copyKeysInto(stores, layout)
    if (E.isLeft(copied)) return copied
    const isHeld = await holdsLease()
    if (E.isLeft(isHeld)) return isHeld
    return isHeld.right
      ? E.right(heads)
      : E.left(copyFailed('another process began to erase while the keys were copied'))
  })

const reasonOf = (error: AppendError): string => ('reason' in error ? error.reason : error._tag)

type Batches = ReturnType<typeof batchByStream>
type Batch = Batches extends AsyncIterable<infer B> ? B : never

async function* groupBatches(batches: Batches): AsyncGenerator<ReadonlyArray<Batch>, void, undefined> {
  let group: Batch[] = []
  for await (const batch of batches) {
    group.push(batch)
    if (group.length < appendsAtOnce) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** The appends of a group are sent together, and come in their order. */
const appendAll = async (pages: LogUntil['pages'], target: EventStore): Promise<E.Either<StoreUnavailable, void>> => {
  for await (const group of groupBatches(batchByStream(new Set(), eventsOfPages(pages)))) {
    const appended = await Promise.all(group.map((batch) => appendMigratedEventBatchTo(target)(batch)()))
    const failed = appended.find(E.isLeft)
    if (failed !== undefined) return E.left(copyFailed(reasonOf(failed.left)))
  }
  return E.right(undefined)
}

const copyLogInto = async (
  source: EventStore,
  last: Position | undefined,
  file: string,
): Promise<E.Either<StoreUnavailable, void>> => {
  const target = openSqliteLog(file)
  if (E.isLeft(target)) return target
  const { events } = target.right
  try {
    const read = readLogUntil(source, last)
    const appended = await appendAll(read.pages, events)
    if (E.isLeft(appended)) return appended
    const copy = await logDigestOf(events)
    return copy.digest === read.digest()?.digest
      ? E.right(undefined)
      : E.left(copyFailed('the copy of a log differs from what was read from its server'))
  } finally {
    await events.close()
  }
}

/**
 * Copies logs and keys from servers into the files of a folder, as they are at one moment. While keys are copied nothing
 * is erased; commands go on. Throws a store error when a log cannot be read.
 */
export const copyLogsAndKeysFromServers = async (
  stores: ServerStoresToBackUp,
  layout: DataFolderLayout,
  report: ReportBackupProgress,
): Promise<E.Either<Failure, void>> => {
  mkdirSync(path.dirname(layout.keys.circulation), { mode: 0o700 })
  report('keys from their server', 0, 100)
  const heads = await copyKeysOfOneMoment(stores, layout)()
  if (E.isLeft(heads)) return heads
  report('keys from their server', 100, 100)
  for (const log of logNames) {
    report(`${log} from its server`, 0, 100)
    const copied = await copyLogInto(stores.logs[log], heads.right[log], layout[log])
    if (E.isLeft(copied)) return copied
    report(`${log} from its server`, 100, 100)
  }
  return E.right(undefined)
}
