import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { DrillOptions } from '../../interfaces/cli/backup-command-line'
import type { CommandLineOptions } from '../../interfaces/cli/cli-command'
import { foldersOfBackup, backupFolderMissingMessage } from '../../interfaces/cli/commands/backup-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import { alignValues } from '../../interfaces/cli/terminal/text-layout'
import type { DestroyedEpochDrillReport, DrillReport } from '../../processes/backup/drill-report'
import { dataFolderLayout, type DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { noteKeyBackup, readKeyBackupHistory } from '../../stores/data-folder/key-backup-file'
import { findNamedFolderProblem } from '../find-named-folder-problem'
import { exitCodeOfRestoreError, restoreProblemText, type RingSettings } from '../restore/restore-command'
import type { StoreServerAddresses } from '../stores/store-server-addresses'
import { runDrill, type SignedErasureDrillReport } from './run-drill'

const horizonTexts: Readonly<Record<DrillReport['horizon'], string>> = {
  open: 'With this backup and the ring, what was erased since can still be opened: the horizon is open.',
  unknown: 'Nothing that the backup can open was erased since.',
  passed: 'With this backup and the ring, nothing that was erased since can be opened.',
}

const destroyedEpochLines = (report: DestroyedEpochDrillReport): ReadonlyArray<string> => [
  ...alignValues([
    ['Backup of', report.backupTakenOn],
    ['Inventory of', report.inventoryTakenOn],
    ['Epoch of the backup, destroyed', report.destroyedEpoch],
    ['Epochs that exist', report.epochs.join(', ')],
    ['Keys of the backup: tried', report.rows.tried],
    ['Keys of the backup: unwrapped', report.rows.opened],
    ['Of scopes erased since', report.erasedSince],
    ['Persons: keys tried', report.persons.attempts],
    ['Persons: decrypted', report.persons.opened],
    ['Keys of today: unwrapped', report.control.opened],
    ['Keys of today: not unwrapped', report.control.notOpened],
  ]),
  report.horizon === 'open'
    ? 'Something of this backup can be opened, although its epoch counts as destroyed: its wrapping key is still there.'
    : report.provesSomething
      ? 'Nothing of this backup can be opened with any wrapping key that exists, and the keys of today can.'
      : 'The drill proves nothing: the keys of today must be unwrapped, and none or not all of them were. Name the data folder with --data, or set CIRCULATION, PERSONS and KEYS when they are on servers.',
]

const restoredBackupLines = (report: DrillReport): ReadonlyArray<string> => [
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

const isOfDestroyedEpoch = (report: SignedErasureDrillReport['report']): report is DestroyedEpochDrillReport =>
  'rows' in report

const reportLines = (report: SignedErasureDrillReport['report']): ReadonlyArray<string> =>
  isOfDestroyedEpoch(report) ? destroyedEpochLines(report) : restoredBackupLines(report)

/** Whether a report proves something. A backup whose epoch was destroyed must not open at all. */
const isProof = (report: SignedErasureDrillReport['report']): boolean =>
  report.provesSomething && !(isOfDestroyedEpoch(report) && report.horizon === 'open')

/** Notes in the data folder of the library, if it is here, that the backup can be used. */
const confirmBackup = (layout: DataFolderLayout, { library, living, backupTakenOn }: DrillReport): void => {
  const isConfirmed = living.opened > 0 && living.notOpened === 0
  if (!isConfirmed || readKeyBackupHistory(layout)?.library !== library) return
  // A folder that cannot be written, for example that of another user, goes without the note.
  E.tryCatch(() => noteKeyBackup(layout, library, backupTakenOn), E.toError)
}

/**
 * `glemsom drill`. Exit code 0 when the report proves something: living scopes opened and others were erased, or nothing of
 * a backup opened whose epoch was destroyed, and the keys of today did. 1 otherwise.
 */
export const drillCommand =
  (
    { ring: ringInEnvironment, ringPlaces }: RingSettings,
    addresses: E.Either<string, StoreServerAddresses | undefined>,
  ) =>
  async (drill: DrillOptions, options: CommandLineOptions, output: CliOutput): Promise<ExitCode> => {
    const from = foldersOfBackup(options, drill)
    const ring = drill.ring ?? ringInEnvironment ?? path.join(options.data, 'ring')
    if (from === undefined) {
      output.writeProblem(backupFolderMissingMessage)
      return exitCode.usage
    }
    const placeProblem = findNamedFolderProblem(process.env, { ring: drill.ring, data: options.data })
    if (placeProblem !== undefined) {
      output.writeProblem(placeProblem)
      return exitCode.usage
    }
    if (E.isLeft(addresses)) {
      output.writeProblem(addresses.left)
      return exitCode.usage
    }
    const inventory = path.resolve(options.cwd, drill.inventory)
    const today = { data: options.data, keysServer: addresses.right?.keys }
    const request = { from, inventory, ring: path.resolve(options.cwd, ring), ringPlaces, ...today }
    const drilled = await runDrill(request, (what, done, total) => output.showProgress({ what, done, total }))
    output.endProgress()
    if (E.isLeft(drilled)) {
      output.writeProblem(restoreProblemText(drilled.left))
      return exitCodeOfRestoreError(drilled.left)
    }
    const { report } = drilled.right
    if (!isOfDestroyedEpoch(report)) confirmBackup(dataFolderLayout(options.data), report)
    if (options.json) output.writeLine(JSON.stringify(drilled.right))
    else reportLines(report).forEach(output.writeLine)
    return isProof(report) ? exitCode.done : exitCode.refused
  }
