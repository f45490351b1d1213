import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { DrillOptions } from '../../interfaces/cli/backup-command-line'
import type { CommandLineOptions } from '../../interfaces/cli/cli-command'
import { foldersOfBackup, placeIsMissing } from '../../interfaces/cli/commands/backup-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { Output } from '../../interfaces/cli/output'
import { alignValues } from '../../interfaces/cli/terminal/text-layout'
import type { DrillReport } from '../../processes/backup/drill-report'
import { dataFolderLayout, type DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { noteKeyBackup, readKeyBackupRecord } from '../../stores/data-folder/key-backup-file'
import { exitCodeOfRestoreError, restoreProblemText, type RingSettings } from '../restore/restore-command'
import { runDrill } from './run-drill'

const horizonTexts: Readonly<Record<DrillReport['horizon'], string>> = {
  open: 'With this backup and the ring, what was erased since can still be opened: the horizon is open.',
  unknown: 'Nothing that the backup can open was erased since.',
  passed: 'With this backup and the ring, nothing that was erased since can be opened.',
}

const reportLines = (report: DrillReport): ReadonlyArray<string> => [
  ...alignValues([
    ['Backup of', report.backupTakenOn],
    ['Inventory of', report.inventoryTakenOn],
    ['Living scopes: opened', report.living.opened],
    ['Living scopes: did not open', report.living.notOpened],
    ...Object.entries(report.erased).flatMap(
      ([name, { opened, notOpened }]): ReadonlyArray<readonly [string, number]> => [
        [`Erased since, ${name}: opened`, opened],
        [`Erased since, ${name}: did not open`, notOpened],
      ],
    ),
  ]),
  report.provesSomething
    ? horizonTexts[report.horizon]
    : `The drill proves nothing: ${report.horizon === 'unknown' ? 'nothing that the backup has was erased before the inventory was written' : 'living scopes must open, and none or not all of them did'}.`,
]

/** Notes in the data folder of the library, if it is here, that the backup can be used. */
const confirmBackup = (layout: DataFolderLayout, { library, living, backupTakenOn }: DrillReport): void => {
  const isConfirmed = living.opened > 0 && living.notOpened === 0
  if (!isConfirmed || readKeyBackupRecord(layout)?.library !== library) return
  // A folder that cannot be written, for example that of another user, goes without the note.
  E.tryCatch(() => noteKeyBackup(layout, library, backupTakenOn), E.toError)
}

/** `glemsom drill`. Exit code 0 when living scopes opened and others were erased, so that the report proves something; 1 otherwise. */
export const drillCommand =
  ({ ring: ringInEnvironment, ringPlaces }: RingSettings) =>
  async (drill: DrillOptions, options: CommandLineOptions, output: Output): Promise<ExitCode> => {
    const from = foldersOfBackup(options, drill)
    const ring = drill.ring ?? ringInEnvironment ?? path.join(options.data, 'ring')
    if (from === undefined) {
      output.writeProblem(placeIsMissing)
      return exitCode.usage
    }
    const inventory = path.resolve(options.cwd, drill.inventory)
    const request = { from, inventory, ring: path.resolve(options.cwd, ring), ringPlaces }
    const drilled = await runDrill(request, (what, done, total) => output.showProgress({ what, done, total }))
    output.endProgress()
    if (E.isLeft(drilled)) {
      output.writeProblem(restoreProblemText(drilled.left))
      return exitCodeOfRestoreError(drilled.left)
    }
    const { report } = drilled.right
    confirmBackup(dataFolderLayout(options.data), report)
    if (options.json) output.writeLine(JSON.stringify(drilled.right))
    else reportLines(report).forEach(output.writeLine)
    return report.provesSomething ? exitCode.done : exitCode.refused
  }
