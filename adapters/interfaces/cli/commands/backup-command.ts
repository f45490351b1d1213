import path from 'node:path'
import type { BackupSummary } from '../../../processes/backup/backup-operations'
import type { CommandLineOptions, CliCommand } from '../cli-command'
import { commandOnLibrary, exitCodeForError, describeStoreError } from '../command-on-library'
import { exitCode } from '../exit-code'
import { alignValues } from '../terminal/text-layout'

/** The folders that a command line names for a backup. */
export interface BackupPlace {
  /** The folder that holds both parts, unless an option names one for a part. */
  readonly folder?: string | undefined
  readonly logsFolder?: string
  readonly keysFolder?: string
}

/** The folders of both parts, absolute; undefined when the place of a part is not named. */
export const foldersOfBackup = (
  { cwd }: Pick<CommandLineOptions, 'cwd'>,
  { folder, logsFolder, keysFolder }: BackupPlace,
): { readonly logs: string; readonly keys: string } | undefined => {
  const partOf = (name: string, chosen: string | undefined): string | undefined =>
    chosen ?? (folder === undefined ? undefined : path.join(folder, name))
  const [logs, keys] = [partOf('logs', logsFolder), partOf('keys', keysFolder)]
  return logs === undefined || keys === undefined
    ? undefined
    : { logs: path.resolve(cwd, logs), keys: path.resolve(cwd, keys) }
}

export const backupFolderMissingMessage =
  'Name the folder of the backup, or one for each part: --logs-folder and --keys-folder. Keep the two apart.'

const summaryLines = (summary: BackupSummary): ReadonlyArray<string> => [
  ...alignValues([
    ['Logs', summary.logs],
    ['Keys', summary.keys],
    ['Events of circulation', summary.events],
    ['Living keys of circulation', summary.livingKeys],
    ['Destroyed keys of circulation', summary.destroyedKeys],
    ['Bytes', summary.bytes],
  ]),
  'The backup was read back and is complete. Keep logs, keys and ring in three places.',
]

/** Copies logs and keys as they are at one moment. The service goes on meanwhile. */
export const backupCommand = (options: CommandLineOptions, place: BackupPlace): CliCommand =>
  commandOnLibrary(async (library, output) => {
    const folders = foldersOfBackup(options, place)
    if (folders === undefined) {
      output.writeProblem(backupFolderMissingMessage)
      return exitCode.usage
    }
    const backedUp = await library.backUp(folders, (what, done, total) => output.showProgress({ what, done, total }))()
    output.endProgress()
    if (backedUp._tag === 'Left') {
      const error = backedUp.left
      output.writeProblem(
        error._tag === 'BackupRefused'
          ? `${error.reason}. ${error.whatToDo}`
          : describeStoreError('The backup could not be made, and nothing of it is left', error),
      )
      return exitCodeForError(error)
    }
    if (options.json) output.writeLine(JSON.stringify(backedUp.right))
    else summaryLines(backedUp.right).forEach(output.writeLine)
    return exitCode.done
  })
