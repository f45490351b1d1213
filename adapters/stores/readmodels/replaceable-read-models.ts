import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import { logNames } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ScopeToPurge } from '../../../projections/read-model/row-changes-to-purge-scopes'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import { purgeReadModelStores } from './purge-read-model-stores'

/** The files of read models: one in use, and one beside it that is folded anew. */
export interface ReadModelFiles {
  readonly openInUse: () => E.Either<StoreUnavailable, ReadModelStore>
  /** Makes the file beside it, empty, under another key when one is given. */
  readonly makeReplacement: (key: Uint8Array | undefined) => E.Either<StoreUnavailable, ReadModelStore>
  /** Copies the rows in use into the file beside it, under another key and on another thread, and opens it. */
  readonly copyToReplacement: (key: Uint8Array, stop: AbortSignal) => TaskEither<StoreUnavailable, ReadModelStore>
  readonly removeReplacement: () => void
  /** Whether the file in use was opened under this key. */
  readonly isInUseUnder: (key: Uint8Array) => boolean
  /** Gives the file beside it the name of the one in use. Both must be closed. */
  readonly replace: () => void
}

/** Read models that are folded anew, or copied, while others are in use. */
export interface ReadModelReplacement {
  /** Its rows. Scopes that are purged from the read models in use are purged from these too. */
  readonly store: ReadModelStore
  /** Writes what is folded so far to the disk, so that `use` has little to write. */
  readonly flush: TaskEither<StoreUnavailable, void>
  /**
   * Puts them in the place of those in use. Answers false when they must catch up first, because they have read less of
   * the logs, or when a purge is running. StoreUnavailable when they were discarded, or the library was closed.
   */
  readonly use: () => E.Either<StoreUnavailable, boolean>
  /** Removes them, unless they are in use. */
  readonly discard: () => void
}

/**
 * Read models that can be replaced while they are in use. A purge, also one of no scope, removes from the replacement what
 * those in use have read as declared erased: so a process that confirms an eviction has no row of it anywhere.
 */
export interface ReplaceableReadModels extends ReadModelStore {
  /** Under another key when one is given. StoreUnavailable when a replacement is being folded already. */
  readonly startReplacement: (key?: Uint8Array) => E.Either<StoreUnavailable, ReadModelReplacement>
  /**
   * The same with a copy of the rows and checkpoints in use, under another key. A purge waits until the copy is made, and
   * then purges both: the reading of the file keeps its write-ahead log from being emptied.
   */
  readonly copyToReplacement: (key: Uint8Array) => TaskEither<StoreUnavailable, ReadModelReplacement>
  /** Whether the file in use is under this key. */
  readonly isUnder: (key: Uint8Array) => boolean
}

/** A copy that is being made. `ended` resolves when it can be purged. */
interface RunningCopy {
  readonly stop: AbortController
  readonly ended: Promise<unknown>
}

interface NextReadModels {
  readonly store: ReadModelStore
  /** Scopes purged since the last fold. Events that are being opened may still hold their parts. */
  purged: ReadonlyArray<ScopeToPurge>
}

const declaredErasedIn = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<ScopeToPurge> =>
  events.flatMap((event) => (event.type === 'ErasureDue' ? event.open.scopes : []))

const alreadyStarted: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the read models are being rebuilt already',
}

const isBeingCopied: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the read models are being copied' }

const closed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the read models are closed' }

const discarded: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the rebuilt read models were discarded' }

const succeeded: E.Either<never, void> = E.right(undefined)

const hasReadAsMuch = (one: ReadModelStore, other: ReadModelStore): boolean =>
  logNames.every((log) => (one.checkpoint(log) ?? '') >= (other.checkpoint(log) ?? ''))

/** Makes the read models of these files replaceable. */
export const makeReplaceableReadModels = (files: ReadModelFiles, opened: ReadModelStore): ReplaceableReadModels => {
  let inUse = opened
  let next: NextReadModels | undefined
  let copying: RunningCopy | undefined
  let isClosed = false
  /** Scopes that those in use have read as declared erased since a replacement was begun, which may not have read this yet. */
  let declared: ReadonlyArray<ScopeToPurge> = []
  /** Purges that wait for the disk, or for a copy. The files may not be closed meanwhile. */
  const running = new Set<Promise<unknown>>()

  const rows: ReadModelRows = {
    find: (table, query) => inUse.rows.find(table, query),
    findColumns: (table, names, query) => inUse.rows.findColumns(table, names, query),
    count: (table, query) => inUse.rows.count(table, query),
    sum: (table, column, query) => inUse.rows.sum(table, column, query),
  }
  /** The stores to purge. The next one will also remove the rows of these scopes when it folds again. */
  const rememberPurged = (scopes: ReadonlyArray<ScopeToPurge>): ReadonlyArray<ReadModelStore> => {
    if (next === undefined) return [inUse]
    next.purged = [...next.purged, ...scopes]
    return [next.store, inUse]
  }
  const trackRunning = async <A>(work: Promise<A>): Promise<A> => {
    running.add(work)
    try {
      return await work
    } finally {
      running.delete(work)
    }
  }
  const discard = ({ store }: NextReadModels): void => {
    next = undefined
    store.close()
    files.removeReplacement()
  }
  /** In one go, so that nobody reads or writes a closed file. */
  const replace = ({ store }: NextReadModels): E.Either<StoreUnavailable, boolean> => {
    next = undefined
    store.close()
    inUse.close()
    files.replace()
    const reopened = files.openInUse()
    if (E.isLeft(reopened)) return reopened
    inUse = reopened.right
    return E.right(true)
  }
  const replacementOf = (started: NextReadModels): ReadModelReplacement => ({
    store: {
      ...started.store,
      foldEvents: (events) => {
        const { purged } = started
        started.purged = []
        return started.store.foldEvents(events, purged)
      },
    },
    flush: () => trackRunning(purgeReadModelStores([started.store, inUse], [])()),
    use: () => {
      if (next !== started) return E.left(discarded)
      return running.size > 0 || !hasReadAsMuch(started.store, inUse) ? E.right(false) : replace(started)
    },
    discard: () => {
      if (next === started) discard(started)
    },
  })
  const refusal = (): StoreUnavailable | undefined =>
    isClosed ? closed : next !== undefined || copying !== undefined ? alreadyStarted : undefined
  const begin = (store: ReadModelStore): ReadModelReplacement => {
    const started: NextReadModels = { store, purged: [] }
    next = started
    return replacementOf(started)
  }
  const copyInUse = async (
    key: Uint8Array,
    stop: AbortSignal,
    purges: ReadonlyArray<Promise<unknown>>,
  ): Promise<E.Either<StoreUnavailable, ReadModelReplacement>> => {
    await Promise.allSettled(purges)
    const copied = await files.copyToReplacement(key, stop)()
    copying = undefined
    if (E.isRight(copied) && !stop.aborted) return E.right(begin(copied.right))
    if (E.isRight(copied)) copied.right.close()
    files.removeReplacement()
    return E.isLeft(copied) ? copied : E.left(discarded)
  }
  return {
    rows,
    checkpoint: (log) => inUse.checkpoint(log),
    foldEvents: (events) => {
      if (next !== undefined || copying !== undefined) declared = [...declared, ...declaredErasedIn(events)]
      return inUse.foldEvents(events)
    },
    commit: () => {
      const committed = inUse.commit()
      return E.isLeft(committed) || next === undefined ? committed : next.store.commit()
    },
    settled: () => inUse.settled(),
    purge: (scopes) => {
      if (copying !== undefined) return E.left(isBeingCopied)
      for (const store of rememberPurged(scopes)) {
        const purged = store.purge(scopes)
        if (E.isLeft(purged)) return purged
      }
      return succeeded
    },
    purgeInBackground: (given) => () => {
      const purge = async (): Promise<E.Either<StoreUnavailable, void>> => {
        await copying?.ended
        const scopes = [...given, ...declared]
        return purgeReadModelStores(rememberPurged(scopes), scopes)()
      }
      return trackRunning(purge())
    },
    count: (scope) => inUse.count(scope) + (next?.store.count(scope) ?? 0),
    close: () => {
      isClosed = true
      copying?.stop.abort()
      if (next !== undefined) discard(next)
      inUse.close()
    },
    isUnder: files.isInUseUnder,
    startReplacement: (key) => {
      const refused = refusal()
      if (refused !== undefined) return E.left(refused)
      declared = []
      return E.map(begin)(files.makeReplacement(key))
    },
    copyToReplacement: (key) => () => {
      const refused = refusal()
      if (refused !== undefined) return Promise.resolve(E.left(refused))
      const committed = inUse.commit()
      if (E.isLeft(committed)) return Promise.resolve(committed)
      declared = []
      const stop = new AbortController()
      const copied = copyInUse(key, stop.signal, [...running])
      copying = { stop, ended: copied }
      return copied
    },
  }
}
