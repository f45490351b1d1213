import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../../domain/values/ids'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/keys'
import type { ErasingPorts } from '../../../retention/erasing/ports'
import { unavailable } from '../../../retention/keys/unavailable'
import type { HasTurn } from '../../processes/running/in-turn'

const takenOver = 'another process has taken over, and finishes this run'

/** The steps that cannot be taken back: what the logs say of erasing, and the end of keys. */
export interface Irrevocable extends Pick<ErasingPorts, 'append' | 'fence'> {
  /** Destroys keys that no event names. */
  readonly destroy: (scopes: ReadonlyArray<ScopeId>) => TE.TaskEither<Unavailable, ReadonlyArray<ScopeId>>
}

const guarded =
  <Err>(hasTurn: HasTurn, failed: (reason: string) => Err) =>
  <E, A>(step: TE.TaskEither<E, A>): TE.TaskEither<E | Err, A> =>
    pipe(
      hasTurn,
      TE.mapLeft(({ reason }): E | Err => failed(reason)),
      TE.chain((mayGoOn): TE.TaskEither<E | Err, A> => (mayGoOn ? step : TE.left(failed(takenOver)))),
    )

const storeUnavailable = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/**
 * What cannot be taken back is done only while this process has its turn, which is asked for each time where leases are
 * kept: its own clock may have slept with it. One that comes back after another has taken over stops here; and were it
 * to stop too late, the streams of runs are written at exact revisions, so that a run still has one certificate.
 */
export const whileInTurn = (hasTurn: HasTurn, { append, fence, destroy }: Irrevocable): Irrevocable => ({
  append: (...asked) => guarded(hasTurn, storeUnavailable)(append(...asked)),
  fence: (...asked) => guarded(hasTurn, unavailable)(fence(...asked)),
  destroy: (...asked) => guarded(hasTurn, unavailable)(destroy(...asked)),
})
