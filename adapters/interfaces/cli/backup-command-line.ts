import type { Command as Program } from 'commander'
import type { AcceptCommand } from './cli-command'
import { backupCommand, type BackupPlace } from './commands/backup-command'
import { scopeInventoryCommand } from './commands/scope-inventory-command'

/** The options of `restore`. */
export interface RestoreOptions extends BackupPlace {
  /** The folder that becomes a data folder. */
  readonly to: string
  readonly ring?: string
  readonly acceptLost?: true
  readonly acceptLostReceipt?: true
}

/** The options of `drill`. */
export interface DrillOptions extends BackupPlace {
  readonly inventory: string
  readonly ring?: string
}

/** What becomes of a command that no library runs. */
interface AcceptBackupCommands {
  readonly command: AcceptCommand
  readonly restore: (restore: RestoreOptions) => void
  readonly drill: (drill: DrillOptions) => void
}

/** Adds `backup`, `restore`, `inventory` and `drill`. */
export const addBackupCommands = (
  program: Program,
  { command: acceptCommand, restore: acceptRestore, drill: acceptDrill }: AcceptBackupCommands,
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
    .option('--accept-lost-receipt', 'restore although the erasure receipt is lost: who was erased since then is back')
    .action((folder: string | undefined, options: Omit<RestoreOptions, 'folder'>) => {
      acceptRestore({ ...options, folder })
    })
  program
    .command('inventory')
    .description('write a signed list of every scope and sealed part into a new file, for a drill')
    .argument('<file>', 'a new file')
    .action((file: string) => acceptCommand((commandLine) => scopeInventoryCommand(commandLine, file)))
  program
    .command('drill')
    .description('restore an old backup in a scratch folder, and try to open what was erased since')
    .argument('[folder]', 'the folder of the backup, with the folders logs and keys')
    .requiredOption('--inventory <file>', 'a newer inventory of the library')
    .option('--ring <folder>', 'the folder of the wrapping keys (or RING; default: ring in the data folder)')
    .option('--logs-folder <folder>', 'the folder of the logs')
    .option('--keys-folder <folder>', 'the folder of the keys')
    .action((folder: string | undefined, options: Omit<DrillOptions, 'folder'>) => {
      acceptDrill({ ...options, folder })
    })
}
