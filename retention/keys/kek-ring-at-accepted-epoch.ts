import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Epoch, KekRing } from './kek-ring'
import { keysUnavailable } from './keys-unavailable'

const ringLacksEpoch = (accepted: Epoch): Unavailable =>
  keysUnavailable(
    `the ring of this process lacks epoch ${String(accepted)}, in which the other processes wrap keys: name the ring that all processes share, or bring this copy up to date`,
  )

/**
 * A ring that several processes use. The key store decides which epoch is the current one: the oldest that it accepts. So
 * an epoch that was begun is read by all processes before any of them wraps in it. `reload` also asks the key store: call
 * it first. Unavailable when the ring lacks the epoch that the key store accepts; nothing is wrapped then.
 */
export const kekRingAtAcceptedEpoch = (ring: KekRing, acceptedEpoch: TE.TaskEither<Unavailable, Epoch>): KekRing => {
  let accepted: Epoch = 0
  const findCurrent = (): Epoch | undefined => ring.epochs().find((epoch) => epoch >= accepted)
  const requireCurrent = (): E.Either<Unavailable, void> =>
    findCurrent() === undefined ? E.left(ringLacksEpoch(accepted)) : E.right(undefined)
  const readAccepted = pipe(
    acceptedEpoch,
    TE.flatMapEither((epoch) => {
      accepted = epoch
      return requireCurrent()
    }),
  )
  const reload = pipe(
    ring.reload,
    TE.flatMap(() => readAccepted),
  )
  return {
    ...ring,
    currentEpoch: () => findCurrent() ?? ring.currentEpoch(),
    wrap: (...args) =>
      pipe(
        TE.fromIOEither(requireCurrent),
        TE.flatMap(() => ring.wrap(...args)),
      ),
    reload,
  }
}
