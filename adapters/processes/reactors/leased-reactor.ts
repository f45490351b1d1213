import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventStore } from '../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../domain/ports/leases'
import { createCancellableDelay } from '../../system/concurrency/cancellable-delay'
import type { ReactorProgressChannel } from '../coordination/reactor-progress-channel'
import { makeReactorWaitFunctions, type Reactor, type ReactorDependencies } from './reactor'
import { leaseRenewalIntervalMs } from '../leases/lease-renewal-interval'
import { readReactorCheckpoint } from './read-reactor-checkpoint'
import { createReactorPositionWaiter } from './reactor-position-waiter'

type ReactorHook = 'publish' | 'onLongFailure'

/** What a reactor needs that runs in one of several processes. */
interface LeasedReactorDependencies {
  readonly name: string
  readonly leases: Leases
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<ReactorCheckpoints, 'readPosition'>
  readonly progressChannel: ReactorProgressChannel
  /** Starts the reactor. It calls `publish` after each event that it has passed. */
  readonly startReactor: (lease: Lease, hooks: Required<Pick<ReactorDependencies, ReactorHook>>) => Promise<Reactor>
  readonly alarm: (error: InfrastructureError) => void
  /** Called when the checkpoint of the process that runs the reactor is beyond the end of the log. */
  readonly alarmCheckpointAhead: () => void
  /** Called when the lease was taken from a holder whose lease had an end that no process sets. */
  readonly alarmLeaseEndTooFar: () => void
}

/** Ms between attempts to acquire the lease. */
const leasePollInterval = 500

/**
 * Runs a reactor while this process holds its lease. Otherwise reads the checkpoint of the process that runs it. When this
 * process loses the lease it stops the reactor, and the next holder repeats the unfinished reaction. The repetition is
 * harmless, because reactions derive the same ids again.
 */
export const startLeasedReactor = async (dependencies: LeasedReactorDependencies): Promise<Reactor> => {
  const { name, leases, store, progressChannel, startReactor, alarm, alarmLeaseEndTooFar } = dependencies
  const cancellableDelay = createCancellableDelay()
  let localReactor: Reactor | undefined
  const positionWaiter = createReactorPositionWaiter()
  progressChannel.subscribe(name, positionWaiter.advanceTo)

  const runUntilLeaseEnds = async (lease: Lease): Promise<void> => {
    while (!cancellableDelay.isCancelled() && lease.isHeld()) {
      await cancellableDelay.delay(leaseRenewalIntervalMs(leases))
      if (!cancellableDelay.isCancelled() && !(await lease.renew())) break
    }
    const ending = localReactor
    localReactor = undefined
    await ending?.stop()
    await lease.release()
  }
  /**
   * Notifications may be lost, so this process also reads the checkpoint, which comes later. The checkpoint does not tell
   * which events the reactions appended: any event up to the end of the log may be one of them.
   */
  const readRemoteCheckpoint = async (): Promise<void> => {
    const { position, head } = await readReactorCheckpoint(dependencies)
    if (position !== undefined) positionWaiter.advanceTo({ passed: position, lastReaction: head })
  }
  /** Starts the reactor when the lease is free. Answers what to wait for: the end of the lease, or the next attempt. */
  const tryToStart = async (): Promise<() => Promise<void>> => {
    const lease = await leases.acquire(name)()
    if (E.isLeft(lease)) alarm(lease.left)
    else if (O.isSome(lease.right)) {
      const acquired = lease.right.value
      if (acquired.formerEndWasTooFar) alarmLeaseEndTooFar()
      localReactor = await startReactor(acquired, {
        publish: (progress) => {
          positionWaiter.advanceTo(progress)
          progressChannel.publish(name, progress)
        },
        // Whoever waits, such as the closing of a day, is answered with an error instead of waiting for ever.
        onLongFailure: positionWaiter.cancelWaiting,
      })
      return () => runUntilLeaseEnds(acquired)
    } else await readRemoteCheckpoint()
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
    position: () => positionWaiter.progress()?.passed,
    ...makeReactorWaitFunctions(positionWaiter, store),
    cancelWaiting: positionWaiter.cancelAll,
    stop: async () => {
      cancellableDelay.cancel()
      await loopEnded
      positionWaiter.cancelAll()
    },
  }
}
