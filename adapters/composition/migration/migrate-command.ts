import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { CommandLineOptions } from '../../interfaces/cli/cli-command'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { StoreServerAddresses } from '../stores/store-server-addresses'
import { openStoresForMigration } from '../stores/open-stores-on-servers'
import { migrateFolderToServers } from './migrate-folder-to-servers'
import { migrationSummary } from './migration-summary'

/** `glemsom migrate`. Exit code 0 when source and target are proven equal, 4 while another process owns the folder. */
export const migrateCommand =
  (layout: DataFolderLayout, addresses: E.Either<string, StoreServerAddresses | undefined>) =>
  async ({ json }: CommandLineOptions, output: CliOutput): Promise<ExitCode> => {
    const requiredAddresses = pipe(
      addresses,
      E.flatMap(E.fromNullable('Set CIRCULATION, PERSONS and KEYS: the servers to migrate to.')),
    )
    if (E.isLeft(requiredAddresses)) {
      output.writeProblem(requiredAddresses.left)
      return exitCode.usage
    }
    const migrated = await migrateFolderToServers(
      layout,
      openStoresForMigration(requiredAddresses.right),
      (log, events, total) => output.showProgress({ what: `Events of ${log}`, done: events, total }),
    )()
    output.endProgress()
    if (E.isLeft(migrated)) {
      const { code, message } = migrated.left
      if (code === exitCode.done) output.writeLine(json ? JSON.stringify({ moved: true }) : message)
      else output.writeProblem(message)
      return code
    }
    output.writeLine(json ? JSON.stringify(migrated.right) : migrationSummary(layout, migrated.right))
    return exitCode.done
  }
