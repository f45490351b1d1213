import { createDataFolderBackUpOperation } from '../../../adapters/composition/backup/create-data-folder-back-up-operation'
import { restoreBackup } from '../../../adapters/composition/restore/restore-backup'
import { partFoldersOfBackup } from '../../../adapters/stores/backup/backup-layout'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { openKekRingInFiles } from '../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openingDay } from '../../fixtures/running-library'

/** Ends this process as a loss of power does. */
const killAfter =
  (last: string) =>
  (step: string): void => {
    if (step === last) process.kill(process.pid, 'SIGKILL')
  }

const noReport = (): void => undefined

/** Backs up or restores, until the process kills itself after a step. */
const main = async (what: string, data: string, backup: string, target: string, last: string): Promise<void> => {
  const layout = dataFolderLayout(data)
  const from = partFoldersOfBackup(backup)
  if (what === 'restore')
    rightOrThrow(
      await restoreBackup({ from, to: target, ring: layout.ring, acceptLost: false }, noReport, killAfter(last)),
    )
  else
    rightOrThrow(
      await createDataFolderBackUpOperation({
        layout,
        ring: rightOrThrow(await openKekRingInFiles(layout.ring)()),
        fileChecks: { oneAtATime: () => (task) => task },
        today: () => openingDay,
        newBackupId: () => 'a backup',
        version: '0.2.0',
        afterStep: killAfter(last),
      })(from, noReport)(),
    )
}

const [what = '', data = '', backup = '', target = '', last = ''] = process.argv.slice(2)
void main(what, data, backup, target, last)
