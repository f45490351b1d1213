import * as TE from 'fp-ts/TaskEither'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import { isUnreadableError } from '../command-handling/event-damage'

/**
 * One of many commands may be out of date when it is decided. A refusal then ends that command alone, and so does a stream
 * that cannot be read: the others go on without it.
 */
export const skipWhenRefusedOrUnreadable = (
  error: CommandError<unknown>,
): TE.TaskEither<InfrastructureError, unknown> =>
  error._tag === 'Refused' || error._tag === 'ScopeEnded' || isUnreadableError(error)
    ? TE.right(undefined)
    : TE.left(error)
