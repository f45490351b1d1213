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
import { forDisposable } from '../stores/sqlite/settings'
import { closeTruth, type StoreTrouble, type Truth } from './truth/truth'

/** What is folded from the logs: local to a process, in its data folder. */
interface Derived {
  readonly schedule: Schedule
  readonly views: ReadModels
}

/** Every store that a process works with. */
export interface Stores extends Truth, Derived {}

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

/** Opens everything that a process works with: what is true, wherever that is kept, and what it folds from it. */
export const openStores = (
  layout: Layout,
  openTruth: TE.TaskEither<StoreTrouble, Truth>,
): TE.TaskEither<StoreTrouble, Stores> =>
  pipe(
    openTruth,
    TE.chainW((truth) =>
      pipe(
        viewKeyOf(truth),
        TE.chainEitherKW((viewKey) => derivedIn(layout, viewKey)),
        TE.map((derived) => ({ ...truth, ...derived })),
        TE.orElseFirstTaskK(() => () => closeTruth(truth)),
      ),
    ),
  )

/** Closes what can be thrown away first, then what is true. */
export const closeStores = async (stores: Stores): Promise<void> => {
  stores.views.close()
  stores.schedule.close()
  await closeTruth(stores)
}
