import type { Either } from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import type { Ore } from '../../../domain/values/ore'
import type { System } from '../../processes/running/system'
import type { ExitCode } from './exit-code'
import type { Out } from './out'

/** Addresses of the servers that hold logs and keys, where a command line gives them; the environment may as well. */
export interface Elsewhere {
  readonly circulation?: string
  readonly persons?: string
  readonly keys?: string
}

/** What a command wants of a folder that is not made yet, or of the library in it. */
export interface Opening {
  /** Make a folder where there is none, with a simulated clock that stands on this day. */
  readonly startOn?: Day
  /** Nobody else waits for what the command writes: it flushes what it tells of. */
  readonly inBulk?: boolean
  /** What handling a lost copy costs, in øre, if not what the library's policy says. */
  readonly handling?: Ore
  /** Where logs and keys are when they are not in the folder. */
  readonly elsewhere?: Elsewhere
}

/** The folder cannot be opened; the words say what to do. */
export interface CannotOpen {
  readonly code: ExitCode
  readonly words: string
}

/** Gives a command the system to work with: opened for it, or the one that is served. */
export type Open = (opening: Opening) => Promise<Either<CannotOpen, System>>

/** A command with its arguments, ready to be run in whichever process owns the data folder. */
export type Command = (open: Open, out: Out) => Promise<ExitCode>

/** What was asked for on a command line. */
export interface Asked {
  /** The data folder. */
  readonly data: string
  readonly json: boolean
  readonly elsewhere: Elsewhere
  /** Where paths in the arguments begin. */
  readonly cwd: string
}
