import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { KeyStore } from '../../../retention/keys/key-store'
import { verifyMigratedKeyStore } from './copy-and-compare-keys'
import { copyKeyRowsToStore } from './copy-key-rows-to-store'
import { copyLogToStore, isSameEvent } from './copy-log-to-store'
import { logDigestOf, type LogDigest } from './log-digest'
import { firstEventOfLog } from './events-of-pages'
import { keepShuffledOrder } from './keep-shuffled-order'
import type { KeyStoreDigest } from './key-store-digest'
import type { LibraryMigrationError } from './library-migration-error'

/** The stores that a migration copies: logs, keys and the checkpoints of reactors. */
export interface MigratableStores {
  readonly logs: Readonly<Record<LogName, EventStore>>
  readonly checkpoints: () => ReactorCheckpoints
  readonly keyStore: KeyStore
}

/** The digests, which source and copy share. */
export interface LibraryMigrationResult {
  readonly logs: Readonly<Record<LogName, LogDigest>>
  /** The digest of all rows, and how many of them this run copied. */
  readonly keys: KeyStoreDigest & { readonly copied: number }
}

/** Called with the number of events in the copy of a log. */
export type ReportMigrationProgress = (log: LogName, events: number) => void

type MigrationStep<A> = Promise<E.Either<LibraryMigrationError, A>>

/** All reactors consume the log of circulation. */
const reactorLog: LogName = 'circulation'

const readCheckpoints = async (
  from: MigratableStores,
  reactors: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, Position>> => {
  const checkpoints = new Map<string, Position>()
  for (const reactor of reactors) {
    const position = await from.checkpoints().readPosition(reactor)()
    if (position !== undefined) checkpoints.set(reactor, position)
  }
  return checkpoints
}

/** Reads source and copy again from the beginning, to verify what the target store has written. */
const verifyLogCopy = async (log: LogName, from: EventStore, to: EventStore): MigrationStep<LogDigest> => {
  const [source, copy] = [await logDigestOf(from), await logDigestOf(to)]
  return source.digest === copy.digest
    ? E.right(copy)
    : E.left({ _tag: 'LogDiffers', log, at: Math.min(source.events, copy.events) + 1 })
}

interface Migration {
  readonly from: MigratableStores
  readonly to: MigratableStores
  /** The checkpoint of each reactor. */
  readonly checkpoints: ReadonlyMap<string, Position>
  readonly onProgress: ReportMigrationProgress
}

const migrateLog = async ({ from, to, checkpoints, onProgress }: Migration, log: LogName): MigrationStep<LogDigest> => {
  const [source, copy] = [from.logs[log], to.logs[log]]
  const markedPositions = new Set(log === reactorLog ? checkpoints.values() : [])
  const copied = await copyLogToStore({
    log,
    from: source,
    to: copy,
    markedPositions,
    onProgress: (events) => onProgress(log, events),
  })
  if (E.isLeft(copied)) return copied
  for (const [reactor, position] of checkpoints) {
    const copiedPosition = copied.right.positions.get(position)
    if (copiedPosition !== undefined) await to.checkpoints().writePosition(reactor, copiedPosition)()
  }
  const noted = await keepShuffledOrder(source, copy)
  return E.isLeft(noted) ? noted : verifyLogCopy(log, source, copy)
}

/** Compares the first events, to refuse a wrong target before anything is written. */
const compareFirstEvents = async ({ from, to }: Migration): MigrationStep<void> => {
  for (const log of logNames) {
    const copy = await firstEventOfLog(to.logs[log])
    const source = await firstEventOfLog(from.logs[log])
    if (copy !== undefined && (source === undefined || !isSameEvent(source, copy)))
      return E.left({ _tag: 'LogDiffers', log, at: 1 })
  }
  return E.right(undefined)
}

const migrateStores = async (migration: Migration): MigrationStep<LibraryMigrationResult> => {
  const compared = await compareFirstEvents(migration)
  if (E.isLeft(compared)) return compared
  const { from, to } = migration
  const copied = await copyKeyRowsToStore(from.keyStore, to.keyStore)
  if (E.isLeft(copied)) return copied
  const circulation = await migrateLog(migration, 'circulation')
  if (E.isLeft(circulation)) return circulation
  const persons = await migrateLog(migration, 'persons')
  if (E.isLeft(persons)) return persons
  const keys = await verifyMigratedKeyStore(from.keyStore, to.keyStore)
  if (E.isLeft(keys)) return keys
  return E.right({
    logs: { circulation: circulation.right, persons: persons.right },
    keys: { ...keys.right, copied: copied.right },
  })
}

const storeFailure = (error: unknown): LibraryMigrationError => ({
  _tag: 'StoreUnavailable',
  reason: error instanceof Error && 'reason' in error ? String(error.reason) : 'a log cannot be read',
})

/**
 * Copies a library to other stores: the keys first, so that no event is without its keys; then the logs, byte for byte
 * and in order, which a shuffled month keeps; then the checkpoints of reactors. At the end it compares all events and keys. A repeated run continues
 * where the last one stopped. The source stays unchanged.
 */
export const migrateLibrary =
  (
    from: MigratableStores,
    to: MigratableStores,
    reactors: ReadonlyArray<string>,
    onProgress: ReportMigrationProgress,
  ): TaskEither<LibraryMigrationError, LibraryMigrationResult> =>
  async () => {
    try {
      return await migrateStores({ from, to, checkpoints: await readCheckpoints(from, reactors), onProgress })
    } catch (error) {
      return E.left(storeFailure(error))
    }
  }
