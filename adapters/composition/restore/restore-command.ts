import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { CommandLineOptions } from '../../interfaces/cli/cli-command'
import { foldersOfBackup, backupFolderMissingMessage } from '../../interfaces/cli/commands/backup-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { RestoreOptions } from '../../interfaces/cli/backup-command-line'
import { alignValues } from '../../interfaces/cli/terminal/text-layout'
import type { RestoreSummary, UnreadableScopeCounts } from '../../processes/backup/restore-summary'
import { findNamedFolderProblem } from '../find-named-folder-problem'
import { libraryOpeningErrorMessage } from '../library-opening-error'
import { exitCodeOfOpenError } from '../open-for-command'
import type { RingPlaces } from '../../stores/data-folder/data-folder-layout'
import { restoreBackup, type RestoreBackupError } from './restore-backup'

const keyTexts: Readonly<Record<keyof UnreadableScopeCounts, string>> = {
  missing: 'without a key',
  fenced: 'with a destroyed key',
}

/** A line for each class of scopes that cannot be read. */
const unreadableLines = (unreadable: UnreadableScopeCounts): ReadonlyArray<string> =>
  (['missing', 'fenced'] as const).flatMap((key) =>
    Object.entries(unreadable[key]).map(([name, count]) => `${name}: ${String(count)} ${keyTexts[key]}`),
  )

/** Says why a backup was not restored, and what to do. */
export const restoreProblemText = (error: RestoreBackupError): string => {
  if (error._tag === 'BackupRefused') return `${error.reason}. ${error.whatToDo}`
  if (error._tag !== 'ScopesWouldBeLost') return libraryOpeningErrorMessage(error)
  return [
    'Nothing was restored. These scopes could not be read, although the logs do not say that they are erased, because keys and logs are not from the same backup:',
    ...unreadableLines(error.unreadable),
    'Use keys and logs of one backup. To restore without these scopes, run the command again with --accept-lost.',
  ].join('\n')
}

export const exitCodeOfRestoreError = (error: RestoreBackupError): ExitCode =>
  error._tag === 'BackupRefused' || error._tag === 'ScopesWouldBeLost' ? exitCode.refused : exitCodeOfOpenError(error)

const summaryLines = (summary: RestoreSummary, ring: string | undefined): ReadonlyArray<string> => [
  ...alignValues([
    ['Folder', summary.folder],
    ['Logs of', summary.logsTakenOn],
    ['Keys of', summary.keysTakenOn],
    ['Erased keys destroyed again', summary.keysDestroyed],
  ]),
  ...unreadableLines(summary.unreadable).map((line) => `Lost: ${line}`),
  `Serve it: glemsom --data ${summary.folder} serve${ring === undefined ? '' : ` --ring ${ring}`}`,
  ...(ring === undefined ? [] : ['Add --take-ring when another folder has used this ring, and is never served again.']),
]

/** The folder of the ring, and those that belong to it, as the environment names them. */
export interface RingSettings {
  readonly ring: string | undefined
  readonly ringPlaces: RingPlaces
}

/** `glemsom restore`. Exit code 0 when the folder is restored, 1 when the backup or the folder was refused. */
export const restoreCommand =
  ({ ring: ringInEnvironment, ringPlaces }: RingSettings) =>
  async (restore: RestoreOptions, options: CommandLineOptions, output: CliOutput): Promise<ExitCode> => {
    const from = foldersOfBackup(options, restore)
    if (from === undefined) {
      output.writeProblem(backupFolderMissingMessage)
      return exitCode.usage
    }
    const ring = restore.ring ?? ringInEnvironment
    const placeProblem = findNamedFolderProblem(process.env, {
      ring: restore.ring,
      data: path.resolve(options.cwd, restore.to),
    })
    if (placeProblem !== undefined) {
      output.writeProblem(placeProblem)
      return exitCode.usage
    }
    const restored = await restoreBackup(
      {
        from,
        to: path.resolve(options.cwd, restore.to),
        ring: ring === undefined ? undefined : path.resolve(options.cwd, ring),
        ringPlaces,
        acceptLost: restore.acceptLost === true,
        acceptLostReceipt: restore.acceptLostReceipt === true,
      },
      (what, done, total) => output.showProgress({ what, done, total }),
    )
    output.endProgress()
    if (E.isLeft(restored)) {
      output.writeProblem(restoreProblemText(restored.left))
      return exitCodeOfRestoreError(restored.left)
    }
    if (options.json) output.writeLine(JSON.stringify(restored.right))
    else summaryLines(restored.right, ring).forEach(output.writeLine)
    return exitCode.done
  }
