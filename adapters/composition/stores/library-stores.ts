import { createHmac } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { BulkCommits } from '../../stores/sqlite/bulk/bulk-commits'
import { discardViewsOfRepairedEvents } from '../opening/discard-views-of-repaired-events'
import {
  derivedFilesOfBulkLogs,
  openDerivedStores,
  derivedFilesOfDurableLogs,
  type DerivedStores,
} from './open-derived-stores'
import { openBulkStoresInFolder } from './open-stores-in-folder'
import { closePrimaryStores, type OpenStoresError, type PrimaryStores } from './primary-stores'

/** All stores that a process works with. */
export interface LibraryStores extends PrimaryStores, DerivedStores {
  /** Makes everything durable that was answered before. Does nothing where each answer is durable already. */
  readonly flush: TE.TaskEither<StoreUnavailable, void>
  /** When the derived stores are committed: periodically, or with each flush. */
  readonly derivedCommits: 'periodic' | 'with flush'
}

/** The derived stores, and when they are committed. */
type OpenedDerivedStores = Omit<LibraryStores, keyof PrimaryStores>

/** Derives the key of this process's derived stores from the ring and from the secret of its folder, so that neither of them is enough. */
const deriveReadModelKey = ({ ring, coordination }: PrimaryStores): TE.TaskEither<OpenStoresError, Uint8Array> =>
  pipe(
    TE.Do,
    TE.bindW('ringKey', () => ring.readModelKey(ring.currentEpoch())),
    TE.bindW('secret', () => coordination.processRegistry.folderSecret),
    TE.map(({ ringKey, secret }) => createHmac('sha256', ringKey).update('glemsom 1 views').update(secret).digest()),
  )

type OpenDerivedStores = (
  layout: DataFolderLayout,
  readModelKey: Uint8Array,
) => E.Either<StoreUnavailable, OpenedDerivedStores>

const openWithDerivedStores =
  (openDerived: OpenDerivedStores) =>
  (
    layout: DataFolderLayout,
    openPrimary: TE.TaskEither<OpenStoresError, PrimaryStores>,
  ): TE.TaskEither<OpenStoresError, LibraryStores> =>
    pipe(
      openPrimary,
      TE.chainFirstTaskK(({ logs }) => discardViewsOfRepairedEvents(layout, logs)),
      TE.chainW((primaryStores) =>
        pipe(
          deriveReadModelKey(primaryStores),
          TE.chainEitherKW((readModelKey) => openDerived(layout, readModelKey)),
          TE.map((derivedStores) => ({ ...primaryStores, ...derivedStores })),
          TE.orElseFirstTaskK(() => () => closePrimaryStores(primaryStores)),
        ),
      ),
    )

/** Opens the primary stores, wherever they are, and the derived stores of this process. */
export const openLibraryStores = openWithDerivedStores((...place) =>
  pipe(
    openDerivedStores(derivedFilesOfDurableLogs)(...place),
    E.map((stores) => ({ ...stores, flush: TE.right(undefined), derivedCommits: 'periodic' as const })),
  ),
)

const withFlush =
  (commits: BulkCommits) =>
  ({ schedule, readModels }: DerivedStores): OpenedDerivedStores => {
    const flush = TE.fromIOEither(() => {
      const committed = commits.commitAll()
      if (E.isLeft(committed)) return committed
      schedule.commit()
      return readModels.commit()
    })
    return { schedule, readModels, flush, derivedCommits: 'with flush' }
  }

/** Opens the stores of a folder for writing in bulk. */
export const openBulkLibraryStores = (
  commits: BulkCommits,
  layout: DataFolderLayout,
): TE.TaskEither<OpenStoresError, LibraryStores> =>
  openWithDerivedStores((...place) =>
    pipe(openDerivedStores(derivedFilesOfBulkLogs(commits))(...place), E.map(withFlush(commits))),
  )(layout, openBulkStoresInFolder(commits)(layout))

/** Closes the derived stores, then the primary stores. */
export const closeLibraryStores = async (stores: LibraryStores): Promise<void> => {
  stores.readModels.close()
  stores.schedule.close()
  await closePrimaryStores(stores)
}
