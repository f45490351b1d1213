import type { Either } from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import type { Ore } from '../../../domain/values/ore'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { ExitCode } from './exit-code'
import type { CliOutput } from './cli-output'

/**
 * Addresses of the servers that hold logs and keys, from the options of the command line. The environment can give them
 * as well.
 */
export interface StoreServerAddressOptions {
  readonly circulation?: string
  readonly persons?: string
  readonly keys?: string
}

/** How a command opens the library. */
export interface OpenForCommandOptions {
  /** Create a missing folder, with a simulated clock that shows this day. */
  readonly startOn?: Day
  /** Nobody else waits for what the command writes; the command flushes what it reports. */
  readonly inBulk?: boolean
  /** The handling fee for a lost copy, in øre; default: the library's policy. */
  readonly handling?: Ore | undefined
  /** The path of the policy file; undefined for the file that the folder stores. */
  readonly policyFile?: string | undefined
  /** Servers that hold logs and keys, when the folder does not. */
  readonly servers?: StoreServerAddressOptions
}

/** The library cannot be opened; the message says what to do. */
export interface OpenLibraryProblem {
  readonly code: ExitCode
  readonly message: string
}

/** Gives a command the library: opened for it, or the one that this process serves. */
type OpenLibrary = (opening: OpenForCommandOptions) => Promise<Either<OpenLibraryProblem, RunningLibrary>>

/** A command with its arguments. The process that owns the data folder runs it. */
export type CliCommand = (open: OpenLibrary, output: CliOutput) => Promise<ExitCode>

/** The options that every command line has. */
export interface CommandLineOptions {
  /** The data folder. */
  readonly data: string
  readonly json: boolean
  readonly servers: StoreServerAddressOptions
  /** The absolute path of the policy file, when the command line names one. */
  readonly policyFile?: string | undefined
  /** The folder that relative paths start from. */
  readonly cwd: string
}

/** Takes the command that a command line names, once its options are known. */
export type AcceptCommand = (createCommand: (options: CommandLineOptions) => CliCommand) => void
