import { createHmac } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import type { ReadModels } from '../../projections/kernel/read-models'
import { readModels } from '../../projections/registry'
import type { Schedule } from '../../retention/schedule/schedule'
import type { Layout } from '../stores/data-folder/layout'
import { openReadModels } from '../stores/readmodels/sqlite/read-models'
import { openSchedule } from '../stores/schedule/sqlite/sqlite-schedule'
import { openDisposable } from '../stores/sqlite/open'
import { forDisposable, forDisposableInBulk, type Settings } from '../stores/sqlite/settings'
import type { BulkOrder } from '../stores/sqlite/bulk-order'
import { keptAfterLogs } from './kept-after-logs'
import { bulkTruthInFolder } from './truth/truth-in-folder'
import { closeTruth, type StoreTrouble, type Truth } from './truth/truth'

/** What is folded from the logs: local to a process, in its data folder. */
export interface Derived {
  readonly schedule: Schedule
  readonly views: ReadModels
}

/** Every store that a process works with. */
export interface Stores extends Truth, Derived {
  /** Makes durable what was answered before: at once, where every write is. */
  readonly flush: TE.TaskEither<StoreUnavailable, void>
  /** Whether what is folded is kept with each flush; it is kept now and then otherwise. */
  readonly isKeptWithFlush: boolean
}

/** How much of what is folded waits in memory while files are written in bulk, in bytes: less than SQLite's caches. */
const viewsInMemory = 40 * 1024 * 1024
const scheduleInMemory = 12 * 1024 * 1024
const scheduleInBulk: Settings = { ...forDisposableInBulk, cacheKibibytes: 16_384 }

/** A disposable file of another key, or a damaged one, is thrown away: it is folded anew. So is one that is gone. */
const disposable = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      return open(file)
    }),
  )

const derivedInBulk = (layout: Layout, viewKey: Uint8Array): E.Either<StoreUnavailable, Derived> =>
  pipe(
    E.Do,
    E.bind('schedule', () => disposable(layout.schedule, openSchedule(viewKey, scheduleInBulk, scheduleInMemory))),
    E.bind('views', () =>
      disposable(layout.views, (file) =>
        pipe(openDisposable(viewKey)(forDisposableInBulk)(file), E.flatMap(openReadModels(readModels, viewsInMemory))),
      ),
    ),
  )

const derivedIn = (layout: Layout, viewKey: Uint8Array): E.Either<StoreUnavailable, Derived> =>
  pipe(
    E.Do,
    E.bind('schedule', () => disposable(layout.schedule, openSchedule(viewKey))),
    E.bind('views', () =>
      disposable(layout.views, (file) =>
        pipe(openDisposable(viewKey)(forDisposable)(file), E.flatMap(openReadModels(readModels))),
      ),
    ),
  )

/** What this process folds opens for nobody else: not by the ring alone, nor by what its neighbours have. */
const viewKeyOf = ({ ring, coordination }: Truth): TE.TaskEither<StoreTrouble, Uint8Array> =>
  pipe(
    TE.Do,
    TE.bindW('ofRing', () => ring.readModelKey(ring.current())),
    TE.bindW('secret', () => coordination.presence.secret),
    TE.map(({ ofRing, secret }) => createHmac('sha256', ofRing).update('glemsom 1 views').update(secret).digest()),
  )

/** What is folded, and how it is kept. */
type Folded = Derived & Omit<Stores, keyof Truth | keyof Derived>

const openWith =
  (folding: (layout: Layout, viewKey: Uint8Array) => E.Either<StoreUnavailable, Folded>) =>
  (layout: Layout, openTruth: TE.TaskEither<StoreTrouble, Truth>): TE.TaskEither<StoreTrouble, Stores> =>
    pipe(
      openTruth,
      TE.chainW((truth) =>
        pipe(
          viewKeyOf(truth),
          TE.chainEitherKW((viewKey) => folding(layout, viewKey)),
          TE.map((folded) => ({ ...truth, ...folded })),
          TE.orElseFirstTaskK(() => () => closeTruth(truth)),
        ),
      ),
    )

/** Opens everything that a process works with: what is true, wherever that is kept, and what it folds from it. */
export const openStores = openWith((...place) =>
  pipe(
    derivedIn(...place),
    E.map((derived) => ({ ...derived, flush: TE.right(undefined), isKeptWithFlush: false })),
  ),
)

const foldedInBulk =
  (order: BulkOrder) =>
  (derived: Derived): Folded => {
    const { views, schedule } = keptAfterLogs(order)(derived)
    const flush = TE.fromIOEither(() => {
      schedule.commit()
      return views.commit()
    })
    return { views, schedule, flush, isKeptWithFlush: true }
  }

/** Opens the stores of a folder for one who writes it in bulk, while nobody else waits. */
export const openStoresInBulk = (order: BulkOrder, layout: Layout): TE.TaskEither<StoreTrouble, Stores> =>
  openWith((...place) => pipe(derivedInBulk(...place), E.map(foldedInBulk(order))))(
    layout,
    bulkTruthInFolder(order)(layout),
  )

/** Closes what can be thrown away first, then what is true. */
export const closeStores = async (stores: Stores): Promise<void> => {
  stores.views.close()
  stores.schedule.close()
  await closeTruth(stores)
}
