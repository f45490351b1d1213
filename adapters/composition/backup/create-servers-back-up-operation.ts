import * as E from 'fp-ts/Either'
import { scratchFolderRefused, type BackUpLibrary, type BackupRefused } from '../../processes/backup/backup-operations'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import { withScratchFolder } from '../../stores/data-folder/scratch-folder'
import { dataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { copyLogsAndKeysFromServers, type ServerStoresToBackUp } from './copy-logs-and-keys-from-servers'
import { createDataFolderBackUpOperation, type BackUpDependencies } from './create-data-folder-back-up-operation'
import { findBackupTargetProblem } from './find-backup-target-problem'

/** What a backup of stores on servers needs. `layout` is the data folder of this process. */
export interface BackUpOfServersDependencies extends BackUpDependencies {
  readonly stores: ServerStoresToBackUp
}

const noScratchFolder = (): E.Either<BackupRefused, never> => E.left(scratchFolderRefused('the whole library'))

/**
 * Makes backups of a library whose logs and keys are on servers: copies them into a scratch folder, which is overwritten
 * and removed afterwards, and makes the backup of that folder. It has the same files as that of a data folder.
 */
export const createServersBackUpOperation =
  ({ stores, ...dependencies }: BackUpOfServersDependencies): BackUpLibrary =>
  (to, report) =>
  async () => {
    const { layout, ring, today } = dependencies
    const problem = findBackupTargetProblem(layout, to)
    if (problem !== undefined) return E.left(problem)
    // Of before the keys are copied: a roll may end before the backup does.
    const [epoch, takenOn] = [ring.currentEpoch(), today()]
    return withScratchFolder(
      'glemsom-backup-',
      noScratchFolder,
    )(async (folder) => {
      const { circulation, persons, keys, ...scratch } = dataFolderLayout(folder, layout.ring, layout.ringPlaces)
      const copied = await catchStoreErrors(() =>
        copyLogsAndKeysFromServers(stores, { ...scratch, circulation, persons, keys }, report),
      )()
      if (E.isLeft(copied)) return copied
      const ofCopy = { layout: { ...layout, circulation, persons, keys }, today: () => takenOn }
      return createDataFolderBackUpOperation({
        ...dependencies,
        ...ofCopy,
        ring: { ...ring, currentEpoch: () => epoch },
      })(to, report)()
    })
  }
