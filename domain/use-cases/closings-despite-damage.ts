import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Aggregate } from '../command-handling/aggregate'
import type { CommandError } from '../command-handling/command-error'
import { isScopeEndedError, isUnreadableError } from '../command-handling/event-damage'
import { loadAggregate, type LoadDependencies } from '../command-handling/load-aggregate'
import type { AnyEvent } from '../event/define-event'

/** A step of a closing whose stream cannot be read, or whose record has ended, is left out, and the closing goes on. */
export const skipUnreadableClosingStep = <R>(
  step: TE.TaskEither<CommandError<R>, unknown>,
): TE.TaskEither<CommandError<R>, void> =>
  pipe(
    step,
    TE.map(() => undefined),
    TE.orElse((error) => (isUnreadableError(error) || isScopeEndedError(error) ? TE.right(undefined) : TE.left(error))),
  )

/**
 * Days and months are closed one after the other. When the stream of the one before cannot be read, it can neither be
 * closed nor seen to be closed: then it counts as the last closed one, so that the next can be closed.
 */
export const skipUnreadablePeriod =
  (dependencies: LoadDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  <Period extends string>(before: Period) =>
  (lastClosed: Period | null): TE.TaskEither<never, Period | null> =>
    lastClosed === null || lastClosed >= before
      ? TE.right(lastClosed)
      : pipe(
          loadAggregate(dependencies)(aggregate)(before),
          TE.match(
            (error) => (isUnreadableError(error) ? before : lastClosed),
            () => lastClosed,
          ),
          TE.fromTask,
        )
