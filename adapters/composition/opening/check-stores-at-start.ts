import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { destroyRestoredKeys } from './destroy-restored-keys'
import { checkLivingKeysExist } from './check-living-keys-exist'
import { checkLogsNotTruncated } from './check-logs-not-truncated'
import { rewrapRestoredKeys } from './rewrap-restored-keys'
import type { LibraryStores } from '../stores/library-stores'
import type { OpenStoresError } from '../stores/primary-stores'

const alarmIfMissing = <A>(check: TE.TaskEither<Unavailable, A>, alarm: (kind: string) => void) =>
  pipe(
    check,
    TE.mapLeft((error) => {
      alarm('KeyMissing')
      return error
    }),
  )

/**
 * Checks the stores before anything sealed is opened: the logs are not truncated, the schedule has caught up with them
 * (so that every erasure is known before a key is fetched), the keys of living scopes exist, and those of erased scopes
 * do not. Keys of retired epochs, which a restored key store has, are wrapped in the current one.
 */
export const checkStoresAtStart = (
  layout: DataFolderLayout,
  stores: LibraryStores,
  catchUpSchedule: TE.TaskEither<EventReadError, void>,
  alarm: (kind: string) => void,
): TE.TaskEither<FolderError | OpenStoresError | EventReadError, void> =>
  pipe(
    checkLogsNotTruncated(layout, stores),
    TE.chainW(() => catchUpSchedule),
    TE.chainW(() => alarmIfMissing(checkLivingKeysExist(stores), alarm)),
    // Changed events from before the codes do not tell which keys are erased.
    TE.chainW(() => (stores.warnings.includes('OlderEventsChanged') ? TE.right(0) : destroyRestoredKeys(stores))),
    TE.map((destroyed) => {
      if (destroyed > 0) alarm('ErasedKeysWereBack')
    }),
    TE.chainW(() => rewrapRestoredKeys(stores, alarm)),
    TE.map((rewrapped) => {
      if (rewrapped > 0) alarm('KeysWereRestored')
    }),
  )
