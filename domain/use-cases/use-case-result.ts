import type { TaskEither } from 'fp-ts/TaskEither'
import type { CommandResult } from '../command-handling/handle-command'
import type { CommandError } from '../command-handling/command-error'
import type { CommandTooLate } from './command-metadata'

/** The result of a use case: the result of its command, and the ids of what it made. */
export type UseCaseResult<R, Ev, Made = unknown> = TaskEither<
  CommandError<R> | CommandTooLate,
  CommandResult<Ev> & Made
>
