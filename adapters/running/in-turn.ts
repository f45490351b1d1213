import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import type { Lease, Leases } from '../../domain/ports/leases'
import { betweenRenewals } from './renewing'

/** Ms between looks whether another process has finished. */
const betweenLooks = 200

const taken = async (
  leases: Leases,
  name: string,
  pause: (ms: number) => Promise<void>,
): Promise<E.Either<StoreUnavailable, Lease>> => {
  for (;;) {
    const lease = await leases.take(name)()
    if (E.isLeft(lease)) return lease
    if (O.isSome(lease.right)) return E.right(lease.right.value)
    await pause(betweenLooks)
  }
}

/**
 * Does a job in turn with every other process: each waits until nobody else is at it. The lease is renewed while the
 * job runs. A job asks before each step that must not be taken twice whether it still has its turn: a process that
 * stood still may have lost it.
 */
export const inTurn =
  (leases: Leases, pause: (ms: number) => Promise<void>) =>
  (name: string) =>
  <Err, A>(job: (hasTurn: () => boolean) => TaskEither<Err, A>): TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    const lease = await taken(leases, name, pause)
    if (E.isLeft(lease)) return lease
    const renewing = setInterval(() => void lease.right.renew(), betweenRenewals(leases))
    try {
      return await job(lease.right.isHeld)()
    } finally {
      clearInterval(renewing)
      await lease.right.release()
    }
  }
