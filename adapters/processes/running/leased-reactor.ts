import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { Lease, Leases } from '../../../domain/ports/leases'
import { passedElsewhere } from './passed-elsewhere'
import { pausing } from './pausing'
import type { Reactor } from './reactor'
import { betweenRenewals } from './renewing'

/** A reactor that runs in one of several processes, and what it takes to start it in this one. */
export interface Leased {
  readonly name: string
  readonly leases: Leases
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<Checkpoints, 'read'>
  readonly start: (lease: Lease) => Promise<Reactor>
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
  const { name, leases, checkpoints, start, alarm } = leased
  const pauses = pausing()
  let here: Reactor | undefined
  let elsewhere: Position | undefined

  const run = async (lease: Lease): Promise<void> => {
    while (!pauses.isOver() && lease.isHeld()) {
      await pauses.pause(betweenRenewals(leases))
      if (!pauses.isOver() && !(await lease.renew())) break
    }
    const running = here
    here = undefined
    elsewhere = running?.position()
    await running?.stop()
    await lease.release()
  }
  /** Answers what is to be waited for: the lease that was taken, or the next look. */
  const look = async (): Promise<() => Promise<void>> => {
    const lease = await leases.take(name)()
    if (E.isLeft(lease)) alarm(lease.left)
    else if (O.isSome(lease.right)) {
      const taken = lease.right.value
      here = await start(taken)
      return () => run(taken)
    } else elsewhere = await checkpoints.read(name)()
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
    position: () => (here === undefined ? elsewhere : here.position()),
    done: () => (here === undefined ? passedElsewhere(leased, pauses)() : here.done()),
    stop: async () => {
      pauses.end()
      await going
    },
  }
}
