import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { System } from '../../../processes/running/system'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import { hasCome, readAfterToken, type Heads } from './after'

/** A caller who named no place in circulation waits for none. */
const passed = (system: System, { circulation }: Heads): TE.TaskEither<Failure, void> =>
  circulation === '' ? TE.right(undefined) : system.reactionsPassed(circulation)

const reached = (system: System): TE.TaskEither<Failure, void> => system.reach

/**
 * Makes the read models ready to be read. With a position, what was written up to there is among the rows, and so is
 * what has followed from it: reactions are waited for.
 */
export const waitFor =
  (system: System) =>
  (token: string | undefined): TE.TaskEither<Failure, void> => {
    const wanted = token === undefined ? undefined : readAfterToken(token)
    if (wanted === undefined) return reached(system)
    return pipe(
      TE.fromTask<Awaited<ReturnType<System['heads']>>, Failure>(() => system.heads()),
      TE.filterOrElse(
        (heads) => hasCome(heads)(wanted),
        (): Failure => edge('PositionIsUnknown'),
      ),
      TE.chain((): TE.TaskEither<Failure, void> => passed(system, wanted)),
      TE.chain(() => reached(system)),
    )
  }
