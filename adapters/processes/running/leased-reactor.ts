import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore } from '../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../domain/ports/leases'
import { pausing } from './pausing'
import type { ProgressChannel, ReactorProgress } from '../coordination/progress'
import { waitsIn, type Reactor } from './reactor'
import { betweenRenewals } from './renewing'
import { waitingRoom } from './waiting-room'

/** A reactor that runs in one of several processes, and what it takes to start it in this one. */
export interface Leased {
  readonly name: string
  readonly leases: Leases
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<Checkpoints, 'read'>
  readonly channel: ProgressChannel
  /** Starts the reactor; `publish` is to be called after each event that it has passed. */
  readonly start: (lease: Lease, publish: (progress: ReactorProgress) => void) => Promise<Reactor>
  readonly alarm: (trouble: Trouble) => void
}

/** Ms between looks whether whoever runs the reactor is gone. */
const betweenLooks = 500

/**
 * Runs a reactor while this process holds its lease, and otherwise watches how far it has come elsewhere. A process that
 * loses the lease lets the reactor be until it gets the lease again; what it was at is done once more by the next, which
 * the ids of what follows make harmless.
 */
export const leasedReactor = async (leased: Leased): Promise<Reactor> => {
  const { name, leases, store, checkpoints, channel, start, alarm } = leased
  const pauses = pausing()
  let here: Reactor | undefined
  const waiting = waitingRoom()
  channel.subscribe(name, waiting.passed)

  const run = async (lease: Lease): Promise<void> => {
    while (!pauses.isOver() && lease.isHeld()) {
      await pauses.pause(betweenRenewals(leases))
      if (!pauses.isOver() && !(await lease.renew())) break
    }
    const running = here
    here = undefined
    await running?.stop()
    await lease.release()
  }
  /** Notifications may be lost: the checkpoint tells too, later. It does not say what followed: up to the end, perhaps. */
  const lookElsewhere = async (): Promise<void> => {
    const passed = await checkpoints.read(name)()
    if (passed !== undefined) waiting.passed({ passed, followed: await store.head() })
  }
  /** Answers what is to be waited for: the lease that was taken, or the next look. */
  const look = async (): Promise<() => Promise<void>> => {
    const lease = await leases.take(name)()
    if (E.isLeft(lease)) alarm(lease.left)
    else if (O.isSome(lease.right)) {
      const taken = lease.right.value
      here = await start(taken, (progress) => {
        waiting.passed(progress)
        channel.publish(name, progress)
      })
      return () => run(taken)
    } else await lookElsewhere()
    return () => pauses.pause(betweenLooks)
  }
  const loop = async (first: () => Promise<void>): Promise<void> => {
    await first()
    while (!pauses.isOver()) {
      const next = await look().catch(() => () => pauses.pause(betweenLooks))
      await next()
    }
  }
  const going = loop(await look())
  return {
    name,
    position: () => waiting.progress()?.passed,
    ...waitsIn(waiting, store),
    stop: async () => {
      pauses.end()
      await going
      waiting.leave()
    },
  }
}
