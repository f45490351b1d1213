import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandError } from '../command-handling/command-error'
import type { CommandTooLate } from './command-metadata'

/**
 * Runs a command again for as long as other processes append to its stream first. For commands that are never refused:
 * a return, a scan, an act that has already happened. Each conflict means that another command was appended, so it ends.
 */
export const retryOnConflict = <R, A>(
  command: TE.TaskEither<CommandError<R> | CommandTooLate, A>,
): TE.TaskEither<CommandError<R> | CommandTooLate, A> =>
  pipe(
    command,
    TE.orElse((error) => (error._tag === 'Conflict' ? retryOnConflict(command) : TE.left(error))),
  )
