import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { readAcceptedLosses } from '../../stores/data-folder/accepted-losses'
import { destroyRestoredKeys } from './destroy-restored-keys'
import { checkLivingKeysExist } from './check-living-keys-exist'
import { checkLogsNotTruncated } from './check-logs-not-truncated'
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
 * do not.
 */
export const checkStoresAtStart = (
  layout: DataFolderLayout,
  stores: LibraryStores,
  catchUpSchedule: TE.TaskEither<EventReadError, void>,
  alarm: (kind: string) => void,
): TE.TaskEither<FolderError | OpenStoresError | EventReadError, void> => {
  const acceptedLosses = readAcceptedLosses(layout)
  return pipe(
    checkLogsNotTruncated(layout, stores),
    TE.chainW(() => catchUpSchedule),
    TE.chainW(() =>
      alarmIfMissing(
        checkLivingKeysExist(stores, (scope) => acceptedLosses.has(scope)),
        alarm,
      ),
    ),
    TE.chainW(() => destroyRestoredKeys(stores)),
    TE.map((destroyed) => {
      if (destroyed > 0) alarm('ErasedKeysWereBack')
    }),
  )
}
