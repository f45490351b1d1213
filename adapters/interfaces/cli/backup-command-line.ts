import type { Command as Program } from 'commander'
import type { CliCommand, CommandLineOptions } from './cli-command'
import { backupCommand, type BackupPlace } from './commands/backup-command'

type AcceptCommand = (createCommand: (options: CommandLineOptions) => CliCommand) => void

/** The options of `restore`. */
export interface RestoreOptions extends BackupPlace {
  /** The folder that becomes a data folder. */
  readonly to: string
  readonly ring?: string
  readonly acceptLost?: true
}

/** Adds `backup` and `restore`. */
export const addBackupCommands = (
  program: Program,
  acceptCommand: AcceptCommand,
  acceptRestore: (restore: RestoreOptions) => void,
): void => {
  program
    .command('backup')
    .description('copy logs and keys as they are at one moment, also while the library is served')
    .argument('[folder]', 'a new folder, which gets the folders logs and keys')
    .option('--logs-folder <folder>', 'a new folder for the logs')
    .option('--keys-folder <folder>', 'a new folder for the keys: in another place than the logs')
    .action((folder: string | undefined, options: Omit<BackupPlace, 'folder'>) =>
      acceptCommand((commandLine) => backupCommand(commandLine, { ...options, folder })),
    )
  program
    .command('restore')
    .description('make a data folder from a backup: verify it, copy it, and destroy again what was erased')
    .argument('[folder]', 'the folder of the backup, with the folders logs and keys')
    .requiredOption('--to <folder>', 'the data folder to make: empty, or with nothing but the ring')
    .option('--ring <folder>', 'the folder of the wrapping keys (or RING; default: ring in the new data folder)')
    .option('--logs-folder <folder>', 'the folder of the logs')
    .option('--keys-folder <folder>', 'the folder of the keys')
    .option('--accept-lost', 'restore although scopes cannot be read that are not erased')
    .action((folder: string | undefined, options: Omit<RestoreOptions, 'folder'>) => {
      acceptRestore({ ...options, folder })
    })
}
