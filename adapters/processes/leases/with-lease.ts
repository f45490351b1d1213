import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../domain/ports/leases'
import { leaseRenewalIntervalMs } from './lease-renewal-interval'

/** Ms between attempts to acquire the lease. */
const leasePollInterval = 200

const waitForLease = async (
  leases: Leases,
  name: string,
  delay: (ms: number) => Promise<void>,
): Promise<E.Either<StoreUnavailable, Lease>> => {
  for (;;) {
    const lease = await leases.acquire(name)()
    if (E.isLeft(lease)) return lease
    if (O.isSome(lease.right)) return E.right(lease.right.value)
    await delay(leasePollInterval)
  }
}

/** Whether this process still holds the lease. Checks its own clock first, then the store of leases. */
export type HoldsLease = TE.TaskEither<StoreUnavailable, boolean>

const holdsLease = (leases: Leases, name: string, { isHeld, token }: Lease): HoldsLease =>
  pipe(
    TE.fromIO<boolean, StoreUnavailable>(isHeld),
    TE.chain((byOwnClock) => (byOwnClock ? leases.isCurrent(name, token) : TE.right(false))),
  )

const isLeaseLost = (stillHeld: E.Either<StoreUnavailable, boolean>): boolean =>
  E.isRight(stillHeld) && !stillHeld.right

/** Whether the lease was lost while the job ran, and the outcome of the job. */
interface JobUnderLease<Err, A> {
  readonly isLost: boolean
  readonly outcome: E.Either<Err, A>
}

/** Runs a job while this process renews the lease, and releases the lease afterwards. */
const runUnderLease = async <Err, A>(
  leases: Leases,
  alarmLeaseEndTooFar: () => void,
  name: string,
  lease: Lease,
  job: (holdsLease: HoldsLease) => TE.TaskEither<Err, A>,
): Promise<JobUnderLease<Err, A>> => {
  if (lease.formerEndWasTooFar) alarmLeaseEndTooFar()
  const stillHeld = holdsLease(leases, name, lease)
  const renewalTimer = setInterval(() => void lease.renew(), leaseRenewalIntervalMs(leases))
  try {
    const outcome = await job(stillHeld)()
    return { isLost: isLeaseLost(await stillHeld()), outcome }
  } finally {
    clearInterval(renewalTimer)
    await lease.release()
  }
}

/**
 * Runs a job in one process at a time. Waits for the lease, and renews it while the job runs. Before each step that
 * cannot be undone the job checks whether the process still holds the lease: a paused process may have lost it. When the
 * lease was lost, the job runs again under a new lease, and finds what the other process has done. The alarm is raised when
 * the lease had an end that no process sets.
 */
export const withLease =
  (leases: Leases, delay: (ms: number) => Promise<void>, alarmLeaseEndTooFar: () => void = () => undefined) =>
  (name: string) =>
  <Err, A>(job: (holdsLease: HoldsLease) => TE.TaskEither<Err, A>): TE.TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    for (;;) {
      const lease = await waitForLease(leases, name, delay)
      if (E.isLeft(lease)) return lease
      const { isLost, outcome } = await runUnderLease(leases, alarmLeaseEndTooFar, name, lease.right, job)
      if (!isLost) return outcome
    }
  }

/** Waits for the lease like `withLease`, and runs the job once, also when the lease is lost meanwhile. */
export const withLeaseOnce =
  (leases: Leases, delay: (ms: number) => Promise<void>, alarmLeaseEndTooFar: () => void = () => undefined) =>
  (name: string) =>
  <Err, A>(job: (holdsLease: HoldsLease) => TE.TaskEither<Err, A>): TE.TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    const lease = await waitForLease(leases, name, delay)
    return E.isLeft(lease) ? lease : (await runUnderLease(leases, alarmLeaseEndTooFar, name, lease.right, job)).outcome
  }

/** Runs a job once when no other process holds the lease; otherwise does nothing. The alarm is that of `withLease`. */
export const runIfLeaseIsFree =
  (leases: Leases, alarmLeaseEndTooFar: () => void = () => undefined) =>
  (name: string) =>
  <Err>(job: (holdsLease: HoldsLease) => TE.TaskEither<Err, void>): TE.TaskEither<Err | StoreUnavailable, void> =>
  async () => {
    const lease = await leases.acquire(name)()
    if (E.isLeft(lease)) return lease
    if (O.isNone(lease.right)) return E.right(undefined)
    return (await runUnderLease(leases, alarmLeaseEndTooFar, name, lease.right.value, job)).outcome
  }
