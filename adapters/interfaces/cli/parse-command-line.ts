import path from 'node:path'
import { CommanderError, type Command as Program } from 'commander'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { DatabaseRoles } from '../../stores/postgres/grant-database-rights'
import { parseLogName, parseWholeNumber, parseStreamNameArgument, parseClockTarget } from './argument-parsers'
import { addProofCommands } from './audit-command-line'
import { addAuditStoresCommand } from './audit-stores-command-line'
import { addBackupCommands, type DrillOptions, type RestoreOptions } from './backup-command-line'
import type { AcceptCommand, CliCommand, CommandLineOptions } from './cli-command'
import { clockForwardCommand, type ClockTarget } from './commands/clock-forward-command'
import { createProgram, type GlobalOptions } from './create-program'
import type { ImportPreparationFunctions } from './commands/import-loans-command'
import { logCheckCommand } from './commands/log-check-command'
import { projectionsRebuildCommand } from './commands/projections-rebuild-command'
import { showStreamCommand } from './commands/show-stream-command'
import { exitCode, type ExitCode } from './exit-code'
import { addCollectionCommands } from './collection-command-line'
import { addLegalHoldCommands } from './legal-holds-command-line'
import { addPolicyCommands } from './policy-command-line'
import { addImportCommands } from './import-command-line'
import { addKeysCommands } from './keys-command-line'
import { servingVariablesHelp } from './serving-variables-help'
import { addRetentionCommands } from './retention-command-line'
import { addStatisticsCommand } from './statistics-command-line'
import type { CliOutput } from './cli-output'

/** Where the service listens unless an option says otherwise: only programs on this computer can connect. */
export const [defaultPort, defaultHost] = [3000, '127.0.0.1'] as const

/** The options of `serve`. */
export interface ServeOptions {
  readonly port?: number
  readonly host?: string
  readonly ring?: string
  /** Take the ring from another data folder that used it. */
  readonly takeRing?: boolean
  /** A port for operators: metrics and detailed health, without tokens. */
  readonly metricsPort?: number
  readonly metricsHost?: string
  /** Create a demo library in an empty folder, and print what to try. */
  readonly try?: boolean
  /** With `try`: do not create the demo library. */
  readonly empty?: boolean
  /** Take the place of the process that serves the folder, without refusing a request. */
  readonly replace?: boolean
  /** The absolute path of the policy file. */
  readonly policyFile?: string | undefined
}

/** A parsed command line. */
export type ParsedCommandLine =
  | { readonly _tag: 'Serve'; readonly options: CommandLineOptions; readonly serve: ServeOptions }
  /** Runs only while no other process uses the folder. */
  | { readonly _tag: 'Migrate'; readonly options: CommandLineOptions }
  | { readonly _tag: 'Repair'; readonly options: CommandLineOptions }
  /** Needs no folder, only the servers. */
  | { readonly _tag: 'Grant'; readonly options: CommandLineOptions; readonly roles: DatabaseRoles }
  /** Makes a data folder that no process uses yet. */
  | { readonly _tag: 'Restore'; readonly options: CommandLineOptions; readonly restore: RestoreOptions }
  /** Restores a backup in a folder of its own. */
  | { readonly _tag: 'Drill'; readonly options: CommandLineOptions; readonly drill: DrillOptions }
  | { readonly _tag: 'Command'; readonly options: CommandLineOptions; readonly command: CliCommand }
  /** Needs no library. */
  | {
      readonly _tag: 'Standalone'
      readonly options: CommandLineOptions
      readonly run: (output: CliOutput) => Promise<ExitCode>
    }
  /** Nothing to run: help was printed, or the usage is wrong. */
  | { readonly _tag: 'Finished'; readonly code: ExitCode }

const addCommands = (program: Program, logCommands: Program, acceptCommand: AcceptCommand): void => {
  program
    .command('projections')
    .description('manage the read models')
    .command('rebuild')
    .description('fold the logs into new read models, which replace those in use')
    .action(() => acceptCommand(projectionsRebuildCommand))
  logCommands
    .command('check')
    .description('read both logs from end to end, and list what is damaged: events, and the files of logs and keys')
    .option('--backup <folder>', 'say what the data folder of a backup has of them; it is not changed')
    .action((options: { readonly backup?: string }) =>
      acceptCommand((commandLine) => logCheckCommand(commandLine, options)),
    )
  program
    .command('clock')
    .description("move the library's simulated clock")
    .command('forward')
    .description('move it forward; each day that passes is closed')
    .argument('<days or day>', 'a number of days, or the day to move to', parseClockTarget)
    .action((target: ClockTarget) => acceptCommand((commandLine) => clockForwardCommand(commandLine, target)))
  program
    .command('show')
    .description('show a stream: as stored, as staff see it, and as it will read once forgotten')
    .argument('<stream>', 'for example copy-3274626533', parseStreamNameArgument)
    .option('--log <log>', 'circulation or persons, for a stream that both logs can have', parseLogName)
    .action((stream: StreamName, options: { readonly log?: LogName }) =>
      acceptCommand((commandLine) => showStreamCommand(commandLine, stream, options.log)),
    )
}

/** Parses a command line. Writes usage errors and help to `output`. */
export const parseCommandLine =
  (prepareImport: ImportPreparationFunctions) =>
  (argv: ReadonlyArray<string>, cwd: string, output: CliOutput): ParsedCommandLine => {
    const program = createProgram(output)
    let parsed: ParsedCommandLine | undefined
    const readOptions = (): CommandLineOptions => {
      const { data, json, policy, ...servers } = program.opts<GlobalOptions>()
      const policyFile = policy === undefined ? undefined : path.resolve(cwd, policy)
      return { data, json: json === true, servers, policyFile, cwd }
    }
    const acceptCommand: AcceptCommand = (createCommand) => {
      const options = readOptions()
      parsed = { _tag: 'Command', options, command: createCommand(options) }
    }
    program
      .command('serve')
      .description('serve the library over HTTP, and run commands sent from this machine')
      .option('--port <number>', `the port to listen on (default: ${String(defaultPort)})`, parseWholeNumber)
      .option('--host <name>', `the name or address to listen on (default: ${defaultHost})`)
      .option(
        '--ring <folder>',
        'the folder of the wrapping keys: on another device in production (or RING; default: ring in the data folder)',
      )
      .option('--take-ring', 'take the ring from another data folder, which is never served again')
      .option(
        '--metrics-port <number>',
        'a port for operators: /metrics and detailed /health (default: none)',
        parseWholeNumber,
      )
      .option('--metrics-host <name>', `the name or address of that port (default: ${defaultHost})`)
      .option('--try', 'accept demo users, create a demo library in an empty folder, and print what to try')
      .option('--empty', 'with --try: create no demo library')
      .option('--replace', 'end the process that serves the folder, and answer in its place')
      .addHelpText('after', servingVariablesHelp)
      .action((serve: ServeOptions) => {
        const options = readOptions()
        parsed = { _tag: 'Serve', options, serve: { ...serve, policyFile: options.policyFile } }
      })
    program
      .command('migrate')
      .description('copy logs and keys from the folder to the named servers, and verify the copy')
      .action(() => {
        parsed = { _tag: 'Migrate', options: readOptions() }
      })
    program
      .command('grant')
      .description('as the owner of the named PostgreSQL databases: grant two roles their rights')
      .requiredOption('--service <role>', 'the role of the service')
      .requiredOption('--auditor <role>', 'the role of auditors, who only read logs')
      .action((roles: DatabaseRoles) => {
        parsed = { _tag: 'Grant', options: readOptions(), roles }
      })
    addPolicyCommands(program, cwd, (run) => {
      parsed = { _tag: 'Standalone', options: readOptions(), run }
    })
    addImportCommands(program, prepareImport, acceptCommand)
    const logCommands = program.command('log').description('inspect and repair the logs')
    addCommands(program, logCommands, acceptCommand)
    logCommands
      .command('repair')
      .description('make damaged indexes of the logs anew from their tables, while the service is stopped')
      .action(() => {
        parsed = { _tag: 'Repair', options: readOptions() }
      })
    const groups = [
      addRetentionCommands,
      addStatisticsCommand,
      addLegalHoldCommands,
      addCollectionCommands,
      addKeysCommands,
      addProofCommands,
      addAuditStoresCommand,
    ]
    for (const addTo of groups) addTo(program, acceptCommand)
    addBackupCommands(program, {
      command: acceptCommand,
      restore: (restore) => {
        parsed = { _tag: 'Restore', options: readOptions(), restore }
      },
      drill: (drill) => {
        parsed = { _tag: 'Drill', options: readOptions(), drill }
      },
    })
    try {
      program.parse([...argv], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      return { _tag: 'Finished', code: error.exitCode === 0 ? exitCode.done : exitCode.usage }
    }
    return parsed ?? { _tag: 'Finished', code: exitCode.usage }
  }
