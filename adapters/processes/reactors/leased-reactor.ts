import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../domain/ports/leases'
import { waitForRemoteCheckpoint } from './remote-checkpoint'
import { createCancellableDelay } from '../../system/concurrency/cancellable-delay'
import type { Reactor } from './reactor'
import { renewalIntervalMs } from '../leases/renewal-interval'

/** What a reactor needs that runs in one of several processes. */
export interface LeasedReactorDependencies {
  readonly name: string
  readonly leases: Leases
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<ReactorCheckpoints, 'readPosition'>
  readonly startReactor: (lease: Lease) => Promise<Reactor>
  readonly alarm: (error: InfrastructureError) => void
}

/** Ms between attempts to acquire the lease. */
const leasePollInterval = 500

/**
 * Runs a reactor while this process holds its lease. Otherwise reads the checkpoint of the process that runs it. When this
 * process loses the lease it stops the reactor, and the next holder repeats the unfinished reaction. The repetition is
 * harmless, because reactions derive the same ids again.
 */
export const startLeasedReactor = async (dependencies: LeasedReactorDependencies): Promise<Reactor> => {
  const { name, leases, checkpoints, startReactor, alarm } = dependencies
  const cancellableDelay = createCancellableDelay()
  let localReactor: Reactor | undefined
  let remotePosition: Position | undefined

  const runUntilLeaseEnds = async (lease: Lease): Promise<void> => {
    while (!cancellableDelay.isCancelled() && lease.isHeld()) {
      await cancellableDelay.delay(renewalIntervalMs(leases))
      if (!cancellableDelay.isCancelled() && !(await lease.renew())) break
    }
    const ending = localReactor
    localReactor = undefined
    remotePosition = ending?.position()
    await ending?.stop()
    await lease.release()
  }
  /** Starts the reactor when the lease is free. Answers what to wait for: the end of the lease, or the next attempt. */
  const tryToStart = async (): Promise<() => Promise<void>> => {
    const lease = await leases.acquire(name)()
    if (E.isLeft(lease)) alarm(lease.left)
    else if (O.isSome(lease.right)) {
      const acquired = lease.right.value
      localReactor = await startReactor(acquired)
      return () => runUntilLeaseEnds(acquired)
    } else remotePosition = await checkpoints.readPosition(name)()
    return () => cancellableDelay.delay(leasePollInterval)
  }
  const loop = async (first: () => Promise<void>): Promise<void> => {
    await first()
    while (!cancellableDelay.isCancelled()) {
      const next = await tryToStart().catch(() => () => cancellableDelay.delay(leasePollInterval))
      await next()
    }
  }
  const loopEnded = loop(await tryToStart())
  return {
    name,
    position: () => (localReactor === undefined ? remotePosition : localReactor.position()),
    waitUntilCaughtUp: () =>
      localReactor === undefined
        ? waitForRemoteCheckpoint(dependencies, cancellableDelay)()
        : localReactor.waitUntilCaughtUp(),
    stop: async () => {
      cancellableDelay.cancel()
      await loopEnded
    },
  }
}
