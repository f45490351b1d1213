import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { destination } from 'pino'
import { createCli } from '../interfaces/cli/create-cli'
import type { ImportPreparationFunctions } from '../interfaces/cli/commands/import-loans-command'
import type { ExitCode } from '../interfaces/cli/exit-code'
import { createProgressBarOutput } from '../interfaces/cli/terminal/progress-bar-output'
import { createPlainOutput } from '../interfaces/cli/terminal/plain-output'
import { machineMonotonicClock } from '../system/clock/machine-monotonic-clock'
import { todayByMachineClock } from '../system/clock/today-by-machine-clock'
import { folderContainsLibrary } from '../stores/data-folder/folder-contains-library'
import { dataFolderLayout } from '../stores/data-folder/data-folder-layout'
import { isFolderLocked } from '../stores/data-folder/lock-folder'
import { createLogger } from '../system/telemetry/logger'
import { policyPath, readStoreServerAddresses, ringFolder, ringPlaces } from './environment-settings'

const prepareImport: ImportPreparationFunctions = {
  loans: async (request) => {
    const { prepareLedgerImport } = await import('../imports/ledger/prepare-ledger-import.js')
    return prepareLedgerImport(machineMonotonicClock, todayByMachineClock)(request)
  },
  table: async (kind, request) => {
    const { prepareTableImport } = await import('./imports/prepare-table-import.js')
    return prepareTableImport(kind, request)
  },
}

/**
 * Runs a command line. Answers the exit code. What only some commands need is loaded by them: the HTTP server, the
 * clients of the servers and the library itself take most of the time and memory of a start.
 */
export const main = (argv: ReadonlyArray<string>): Promise<ExitCode> => {
  const logger = createLogger(destination(2))
  const output = process.stderr.isTTY
    ? createProgressBarOutput(process.stdout, process.stderr)
    : createPlainOutput(process.stdout, process.stderr)
  const cli = createCli({
    openLibrary: async (folder, openOptions) => {
      const { openForCommand } = await import('./open-for-command.js')
      return openForCommand(logger)(folder, openOptions)
    },
    holdsLibrary: (folder, servers) =>
      folderContainsLibrary(dataFolderLayout(folder)) ||
      pipe(
        readStoreServerAddresses(servers),
        E.exists((addresses) => addresses !== undefined),
      ),
    isOwned: (folder) => isFolderLocked(dataFolderLayout(folder)),
    serve: async (...serving) => {
      const { serveCommand } = await import('./serving/serve-command.js')
      return serveCommand(logger, prepareImport)(...serving)
    },
    migrate: async (folder, options, output) => {
      const { migrateCommand } = await import('./migration/migrate-command.js')
      return migrateCommand(
        dataFolderLayout(folder, ringFolder, ringPlaces),
        readStoreServerAddresses(options.servers),
      )(options, output)
    },
    repair: async (folder, options, output) => {
      const { logRepairCommand } = await import('./repair/log-repair-command.js')
      return logRepairCommand(options, dataFolderLayout(folder, ringFolder, ringPlaces), output)
    },
    restore: async (...restoring) => {
      const { restoreCommand } = await import('./restore/restore-command.js')
      return restoreCommand({ ring: ringFolder, ringPlaces })(...restoring)
    },
    drill: async (drill, options, output) => {
      const { drillCommand } = await import('./drill/drill-command.js')
      return drillCommand({ ring: ringFolder, ringPlaces }, readStoreServerAddresses(options.servers))(
        drill,
        options,
        output,
      )
    },
    grant: async (roles, options, output) => {
      const { grantDatabaseRightsCommand } = await import('./granting/grant-database-rights-command.js')
      return grantDatabaseRightsCommand(readStoreServerAddresses(options.servers), roles)(options, output)
    },
    prepareImport,
    output,
    cwd: process.cwd(),
    policyInEnvironment: policyPath,
  })
  return cli(argv)
}
