import { createHmac } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'
import { allReadModels } from '../../../projections/all-read-models'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { openReadModels } from '../../stores/readmodels/sqlite/open-read-models'
import { openSqliteSchedule } from '../../stores/schedule/sqlite/open-sqlite-schedule'
import { openDisposableDatabase } from '../../stores/sqlite/open-database'
import { disposableSettings } from '../../stores/sqlite/sqlite-settings'
import { closePrimaryStores, type OpenStoresError, type PrimaryStores } from './primary-stores'

/** Stores that are folded from the logs. Each process has its own, in its data folder. */
interface DerivedStores {
  readonly schedule: Schedule
  readonly readModels: ReadModelStore
}

/** All stores that a process works with. */
export interface LibraryStores extends PrimaryStores, DerivedStores {}

/** Opens a disposable file. A file that is missing, damaged or under another key is made again, and folded from the logs. */
const openDisposableFile = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      return open(file)
    }),
  )

const openDerivedStores = (
  layout: DataFolderLayout,
  readModelKey: Uint8Array,
): E.Either<StoreUnavailable, DerivedStores> =>
  pipe(
    E.Do,
    E.bind('schedule', () => openDisposableFile(layout.schedule, openSqliteSchedule(readModelKey))),
    E.bind('readModels', () =>
      openDisposableFile(layout.readModels, (file) =>
        pipe(openDisposableDatabase(readModelKey)(disposableSettings)(file), E.flatMap(openReadModels(allReadModels))),
      ),
    ),
  )

/** Derives the key of this process's derived stores from the ring and from the secret of its folder, so that neither of them is enough. */
const deriveReadModelKey = ({ ring, coordination }: PrimaryStores): TE.TaskEither<OpenStoresError, Uint8Array> =>
  pipe(
    TE.Do,
    TE.bindW('ringKey', () => ring.readModelKey(ring.currentEpoch())),
    TE.bindW('secret', () => coordination.processRegistry.folderSecret),
    TE.map(({ ringKey, secret }) => createHmac('sha256', ringKey).update('glemsom 1 views').update(secret).digest()),
  )

/** Opens the primary stores, wherever they are, and the derived stores of this process. */
export const openLibraryStores = (
  layout: DataFolderLayout,
  openPrimary: TE.TaskEither<OpenStoresError, PrimaryStores>,
): TE.TaskEither<OpenStoresError, LibraryStores> =>
  pipe(
    openPrimary,
    TE.chainW((primaryStores) =>
      pipe(
        deriveReadModelKey(primaryStores),
        TE.chainEitherKW((readModelKey) => openDerivedStores(layout, readModelKey)),
        TE.map((derivedStores) => ({ ...primaryStores, ...derivedStores })),
        TE.orElseFirstTaskK(() => () => closePrimaryStores(primaryStores)),
      ),
    ),
  )

/** Closes the derived stores, then the primary stores. */
export const closeLibraryStores = async (stores: LibraryStores): Promise<void> => {
  stores.readModels.close()
  stores.schedule.close()
  await closePrimaryStores(stores)
}
