import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { DatabaseRoles } from '../../stores/postgres/grant-database-rights'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type {
  CommandLineOptions,
  OpenLibraryProblem,
  CliCommand,
  StoreServerAddressOptions,
  OpenForCommandOptions,
} from './cli-command'
import type { DrillOptions, RestoreOptions } from './backup-command-line'
import type { ImportPreparationFunctions } from './commands/import-loans-command'
import { exitCode, type ExitCode } from './exit-code'
import type { CliOutput } from './cli-output'
import { parseCommandLine, type ParsedCommandLine, type ServeOptions } from './parse-command-line'
import { forwardCommandToFolderOwner } from './socket/forward-command-to-folder-owner'
import type { RunCommandLineForClient } from './socket/listen-on-command-socket'

/** What the command line needs. */
export interface CliDependencies {
  /** Opens or creates a data folder and locks it until the library is closed. */
  readonly openLibrary: (
    folder: string,
    opening: OpenForCommandOptions,
  ) => Promise<E.Either<OpenLibraryProblem, RunningLibrary>>
  /** Whether the folder holds a library. */
  readonly holdsLibrary: (folder: string, elsewhere: StoreServerAddressOptions) => boolean
  /** Whether a process has locked the folder. */
  readonly isOwned: (folder: string) => boolean
  /** Serves until the process is told to stop. */
  readonly serve: (
    folder: string,
    options: ServeOptions,
    elsewhere: StoreServerAddressOptions,
    output: CliOutput,
  ) => Promise<ExitCode>
  /** Copies logs and keys of the folder to servers. */
  readonly migrate: (folder: string, options: CommandLineOptions, output: CliOutput) => Promise<ExitCode>
  /** Makes damaged indexes of the logs in the folder anew. */
  readonly repair: (folder: string, options: CommandLineOptions, output: CliOutput) => Promise<ExitCode>
  /** Makes a data folder from a backup. */
  readonly restore: (restore: RestoreOptions, options: CommandLineOptions, output: CliOutput) => Promise<ExitCode>
  /** Tries to open what was erased since a backup. */
  readonly drill: (drill: DrillOptions, options: CommandLineOptions, output: CliOutput) => Promise<ExitCode>
  /** Grants two database roles their rights. */
  readonly grant: (roles: DatabaseRoles, options: CommandLineOptions, output: CliOutput) => Promise<ExitCode>
  readonly prepareImport: ImportPreparationFunctions
  readonly output: CliOutput
  readonly cwd: string
  /** The path of the policy file in the environment (POLICY). */
  readonly policyInEnvironment: string | undefined
}

/** Runs a command line and answers its exit code. */
type Cli = (argv: ReadonlyArray<string>) => Promise<ExitCode>

const folderOf = ({ data, cwd }: CommandLineOptions): string => path.resolve(cwd, data)

/** Most commands create no folder: a typing error in its name must not create an empty library. */
const libraryIsMissing = (folder: string): OpenLibraryProblem => ({
  code: exitCode.usage,
  message: `There is no library in ${folder}. \`glemsom serve\` or \`glemsom import loans\` creates one.`,
})

/** Runs a command in this process, which locks the folder while the command runs. */
const runInThisProcess = async (
  dependencies: CliDependencies,
  options: CommandLineOptions,
  command: CliCommand,
): Promise<ExitCode> => {
  const folder = folderOf(options)
  const { servers: elsewhere } = options
  const opened: RunningLibrary[] = []
  const open = async (opening: OpenForCommandOptions) => {
    if (opening.startOn === undefined && !dependencies.holdsLibrary(folder, elsewhere))
      return E.left(libraryIsMissing(folder))
    const { policyFile } = options
    const library = await dependencies.openLibrary(folder, { ...opening, policyFile, servers: elsewhere })
    if (E.isRight(library)) opened.push(library.right)
    return library
  }
  try {
    return await command(open, dependencies.output)
  } finally {
    for (const library of opened) await library.close()
  }
}

/** The commands for a library that is not opened with a policy. */
const takesNoPolicy = ({ _tag }: ParsedCommandLine): boolean =>
  _tag === 'Standalone' ||
  _tag === 'Restore' ||
  _tag === 'Drill' ||
  _tag === 'Migrate' ||
  _tag === 'Repair' ||
  _tag === 'Grant'

/** Says so when POLICY does nothing, because the process that serves the library has its own policy file. */
const noticePolicyOfServing = ({ policyInEnvironment, output }: CliDependencies): void => {
  if (policyInEnvironment !== undefined)
    output.writeNotice(
      'POLICY is not used: the library is being served, with the policy file that "glemsom serve" was started with.',
    )
}

/**
 * The command line `glemsom`. A command runs in this process or, when another process owns the data folder, in that
 * one. Answers the exit code.
 */
export const createCli =
  (dependencies: CliDependencies): Cli =>
  (argv) => {
    const parsed = parseCommandLine(dependencies.prepareImport)(argv, dependencies.cwd, dependencies.output)
    if (parsed._tag === 'Finished') return Promise.resolve(parsed.code)
    if (takesNoPolicy(parsed) && parsed.options.policyFile !== undefined) {
      dependencies.output.writeProblem(
        'This command takes no --policy: it opens no library with a policy. Leave it out.',
      )
      return Promise.resolve(exitCode.usage)
    }
    if (parsed._tag === 'Standalone') return parsed.run(dependencies.output)
    if (parsed._tag === 'Restore') return dependencies.restore(parsed.restore, parsed.options, dependencies.output)
    if (parsed._tag === 'Drill') return dependencies.drill(parsed.drill, parsed.options, dependencies.output)
    const folder = folderOf(parsed.options)
    if (parsed._tag === 'Serve')
      return dependencies.serve(folder, parsed.serve, parsed.options.servers, dependencies.output)
    if (parsed._tag === 'Migrate') return dependencies.migrate(folder, parsed.options, dependencies.output)
    if (parsed._tag === 'Repair') return dependencies.repair(folder, parsed.options, dependencies.output)
    if (parsed._tag === 'Grant') return dependencies.grant(parsed.roles, parsed.options, dependencies.output)
    if (!dependencies.isOwned(folder)) return runInThisProcess(dependencies, parsed.options, parsed.command)
    noticePolicyOfServing(dependencies)
    return forwardCommandToFolderOwner(folder)({ argv: [...argv], cwd: dependencies.cwd }, dependencies.output)
  }

/**
 * Runs the command lines that clients send to the serving process. `endServing` lets another process take its place; false:
 * one is doing that already.
 */
export const createReceivedCommandLineRunner =
  (
    prepareImport: ImportPreparationFunctions,
    library: RunningLibrary,
    endServing: () => boolean,
  ): RunCommandLineForClient =>
  (request, output) => {
    const parsed = parseCommandLine(prepareImport)(request.argv, request.cwd, output)
    switch (parsed._tag) {
      case 'Finished':
        return Promise.resolve(parsed.code)
      case 'Serve':
        if (parsed.serve.replace === true) {
          if (endServing()) return Promise.resolve(exitCode.done)
          output.writeProblem('Another process is taking the place of the one that serves the library. Wait for it.')
          return Promise.resolve(exitCode.inUse)
        }
        output.writeProblem(
          'The library is already being served. --replace takes the place of the process that serves it.',
        )
        return Promise.resolve(exitCode.inUse)
      case 'Migrate':
        output.writeProblem('The library is being served. Stop it first: nothing may change while it is copied.')
        return Promise.resolve(exitCode.inUse)
      case 'Repair':
        output.writeProblem(
          'The library is being served. Stop it first: nothing may be written while its logs are repaired.',
        )
        return Promise.resolve(exitCode.inUse)
      case 'Restore':
      case 'Drill':
        output.writeProblem(
          'The library is being served. A backup is restored into another folder, by a process of its own.',
        )
        return Promise.resolve(exitCode.inUse)
      case 'Grant':
        output.writeProblem('The owner of the databases must run this command, not the serving process.')
        return Promise.resolve(exitCode.refused)
      case 'Standalone':
        return parsed.run(output)
      case 'Command':
        if (parsed.options.policyFile !== undefined) {
          output.writeProblem(
            'The library is being served, with the policy file that "glemsom serve" was started with. Leave --policy out, or start "glemsom serve" again with the other file.',
          )
          return Promise.resolve(exitCode.usage)
        }
        return parsed.command(() => Promise.resolve({ _tag: 'Right', right: library }), output)
    }
  }
