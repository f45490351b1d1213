import { identity, pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import { haveLogsReached, type AfterTokenPositions } from './after-token'

/** Waits for the reactions to events up to the position in circulation; without a position it waits for nothing. */
const reactionsPassed = (
  library: RunningLibrary,
  { circulation }: AfterTokenPositions,
): TE.TaskEither<HttpFailure, void> =>
  circulation === '' ? TE.right(undefined) : library.waitForReactionsAt(circulation)

/** Asks the logs only when this process has not written or found an event at these positions itself. */
const isPositionKnown = async (library: RunningLibrary, positions: AfterTokenPositions): Promise<boolean> =>
  haveLogsReached(library.positionsOfCommands())(positions) || haveLogsReached(await library.logHeads())(positions)

const readModelsCaughtUp = (library: RunningLibrary): TE.TaskEither<HttpFailure, void> => library.catchUpReadModels

/**
 * Catches the read models up. With positions it waits until they contain everything up to them and the reactions to it.
 */
export const waitForReactionsAndReadModels =
  (library: RunningLibrary) =>
  (positions: AfterTokenPositions | undefined): TE.TaskEither<HttpFailure, void> => {
    if (positions === undefined) return readModelsCaughtUp(library)
    return pipe(
      TE.fromTask<boolean, HttpFailure>(() => isPositionKnown(library, positions)),
      TE.filterOrElse(identity, (): HttpFailure => httpRequestFailure('PositionIsUnknown')),
      TE.chain((): TE.TaskEither<HttpFailure, void> => reactionsPassed(library, positions)),
      TE.chain(() => readModelsCaughtUp(library)),
    )
  }
