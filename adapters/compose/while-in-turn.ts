import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from '../../retention/erasing/ports'
import { unavailable } from '../../retention/keys/unavailable'

const reason = 'another process has taken over, and finishes this run'

const guarded =
  <Err>(hasTurn: () => boolean, lost: Err) =>
  <E, A>(step: TE.TaskEither<E, A>): TE.TaskEither<E | Err, A> =>
    pipe(
      TE.fromIO<boolean, E | Err>(hasTurn),
      TE.chainW((mayGoOn): TE.TaskEither<E | Err, A> => (mayGoOn ? step : TE.left(lost))),
    )

/**
 * What cannot be taken back is done only while this process has its turn. One that stood still, and comes back after
 * another has taken over, stops here; and were it to stop too late, the streams of runs are written at exact revisions,
 * so that a run still has one certificate.
 */
export const whileInTurn = (
  hasTurn: () => boolean,
  { append, fence }: Pick<ErasingPorts, 'append' | 'fence'>,
): Pick<ErasingPorts, 'append' | 'fence'> => ({
  append: (...asked) => guarded(hasTurn, { _tag: 'StoreUnavailable' as const, reason })(append(...asked)),
  fence: (...asked) => guarded(hasTurn, unavailable(reason))(fence(...asked)),
})
