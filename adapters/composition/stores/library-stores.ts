import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import type { BulkFileCommits } from '../../stores/sqlite/bulk/bulk-file-commits'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import { withEventCodes } from '../event-codes/with-event-codes'
import { findTruncatedLog } from '../opening/check-logs-not-truncated'
import { removeFilesFoldedFromLogs } from '../opening/damaged-views'
import { haveDamagedEventsChanged } from '../opening/have-damaged-events-changed'
import {
  derivedFilesOfBulkLogs,
  openDerivedStores,
  derivedFileSettingsForDurableLogs,
  type KeysOfDerivedStores,
  type DerivedStores,
} from './open-derived-stores'
import { deriveKeysOfDerivedStores } from './derive-keys-of-derived-stores'
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

type OpenDerivedStores = (
  layout: DataFolderLayout,
  keys: KeysOfDerivedStores,
) => E.Either<StoreUnavailable, OpenedDerivedStores>

/**
 * Whether a log was repaired since the derived stores were folded. A log that ends before what was read from it was not
 * repaired but replaced by an older copy, and only the positions in the derived stores tell so.
 */
const wasLogRepaired = async (
  layout: DataFolderLayout,
  { logs }: PrimaryStores,
  derivedStores: DerivedStores,
): Promise<boolean> =>
  (await haveDamagedEventsChanged(layout, logs)()) && (await findTruncatedLog({ logs, ...derivedStores })) === undefined

/** Whether events were shuffled that the derived stores have folded in part: nobody knows which of them. */
const wasShuffledMeanwhile = async (
  { logs }: PrimaryStores,
  { schedule, readModels }: DerivedStores,
): Promise<boolean> => {
  const shuffledBefore = await logs.persons.shuffling?.shuffledBefore()
  const checkpoints = [schedule.position('persons'), readModels.checkpoint('persons')]
  return shuffledBefore !== undefined && checkpoints.some((at) => at !== undefined && at < shuffledBefore)
}

const closeDerivedStores = ({ readModels, schedule, logDigests }: DerivedStores): void => {
  logDigests.close()
  readModels.close()
  schedule.close()
}

/**
 * Opens the derived stores. When a log was repaired, or shuffled further than they have read, makes them anew: they are
 * then folded from all its events.
 */
const openCurrentDerivedStores = (
  openDerived: OpenDerivedStores,
  layout: DataFolderLayout,
  primaryStores: PrimaryStores,
): TE.TaskEither<OpenStoresError, OpenedDerivedStores> =>
  pipe(
    TE.Do,
    TE.bindW('keys', () => deriveKeysOfDerivedStores(primaryStores)),
    TE.bindW('opened', ({ keys }) => TE.fromEither(openDerived(layout, keys))),
    TE.bindW('isOutdated', ({ opened }) =>
      catchStoreErrors(
        TE.fromTask(
          async () =>
            (await wasLogRepaired(layout, primaryStores, opened)) ||
            (await wasShuffledMeanwhile(primaryStores, opened)),
        ),
      ),
    ),
    TE.chainW(({ keys, opened, isOutdated }) => {
      if (!isOutdated) return TE.right(opened)
      closeDerivedStores(opened)
      removeFilesFoldedFromLogs(layout)
      return TE.fromEither(openDerived(layout, keys))
    }),
  )

const hasBegunCodes = (layout: DataFolderLayout): { readonly hasEventCodes: boolean } => {
  const description = readFolderDescription(layout)
  return { hasEventCodes: E.isRight(description) && description.right.hasEventCodes === true }
}

const openWithDerivedStores =
  (openDerived: OpenDerivedStores) =>
  (
    layout: DataFolderLayout,
    openPrimary: TE.TaskEither<OpenStoresError, PrimaryStores>,
  ): TE.TaskEither<OpenStoresError, LibraryStores> =>
    pipe(
      openPrimary,
      TE.chainW((primaryStores) =>
        pipe(
          withEventCodes(primaryStores, hasBegunCodes(layout)),
          TE.chain((coded) =>
            pipe(
              openCurrentDerivedStores(openDerived, layout, coded),
              TE.map((derivedStores) => ({ ...coded, ...derivedStores })),
            ),
          ),
          TE.orElseFirstTaskK(() => () => closePrimaryStores(primaryStores)),
        ),
      ),
    )

/** Opens the primary stores, wherever they are, and the derived stores of this process. */
export const openLibraryStores = openWithDerivedStores((...place) =>
  pipe(
    openDerivedStores(derivedFileSettingsForDurableLogs)(...place),
    E.map((stores) => ({ ...stores, flush: TE.right(undefined), derivedCommits: 'periodic' as const })),
  ),
)

const withFlush =
  (commits: BulkFileCommits) =>
  ({ schedule, readModels, logDigests }: DerivedStores): OpenedDerivedStores => {
    const flush = TE.fromIOEither(() => {
      const committed = commits.commitAll()
      if (E.isLeft(committed)) return committed
      schedule.commit()
      return readModels.commit()
    })
    return { schedule, readModels, logDigests, flush, derivedCommits: 'with flush' }
  }

/** Opens the stores of a folder for writing in bulk. */
export const openBulkLibraryStores = (
  commits: BulkFileCommits,
  layout: DataFolderLayout,
): TE.TaskEither<OpenStoresError, LibraryStores> =>
  openWithDerivedStores((...place) =>
    pipe(openDerivedStores(derivedFilesOfBulkLogs(commits))(...place), E.map(withFlush(commits))),
  )(layout, openBulkStoresInFolder(commits)(layout))

/** Closes the derived stores, then the primary stores. */
export const closeLibraryStores = async (stores: LibraryStores): Promise<void> => {
  closeDerivedStores(stores)
  await closePrimaryStores(stores)
}
