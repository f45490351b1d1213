import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../domain/ports/leases'
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

/** Whether no other process has come in one's place: by one's own clock, and then where the lease is kept. */
export type HasTurn = TE.TaskEither<StoreUnavailable, boolean>

const hasTurn = (leases: Leases, name: string, { isHeld, token }: Lease): HasTurn =>
  pipe(
    TE.fromIO<boolean, StoreUnavailable>(isHeld),
    TE.chain((byOwnClock) => (byOwnClock ? leases.isCurrent(name, token) : TE.right(false))),
  )

const isLost = (still: E.Either<StoreUnavailable, boolean>): boolean => E.isRight(still) && !still.right

/**
 * Does a job in turn with every other process: each waits until nobody else is at it. The lease is renewed while the
 * job runs. A job asks before each step that cannot be undone whether it still has its turn: a process that stood still
 * may have lost it. Such a job is done once more, when its turn has come again: it finds done what another did meanwhile.
 */
export const inTurn =
  (leases: Leases, pause: (ms: number) => Promise<void>) =>
  (name: string) =>
  <Err, A>(job: (hasTurn: HasTurn) => TE.TaskEither<Err, A>): TE.TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    for (;;) {
      const lease = await taken(leases, name, pause)
      if (E.isLeft(lease)) return lease
      const still = hasTurn(leases, name, lease.right)
      const renewing = setInterval(() => void lease.right.renew(), betweenRenewals(leases))
      try {
        const done = await job(still)()
        if (!isLost(await still())) return done
      } finally {
        clearInterval(renewing)
        await lease.right.release()
      }
    }
  }
