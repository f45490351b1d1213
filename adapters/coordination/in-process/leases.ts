import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { Lease, Leases } from '../../../domain/ports/leases'
import type { MachineClock } from '../../../domain/ports/clocks'

interface Held {
  readonly token: number
  until: number
}

/** Leases within one process, which owns its data folder: so a lease is lost only to a part of the same process. */
export const leasesInProcess = (clock: MachineClock, length: number): Leases => {
  const newest = new Map<string, Held>()
  const isHeld = (held: Held, name: string): boolean => newest.get(name) === held && clock.elapsed() < held.until
  const leaseOf = (name: string, held: Held): Lease => ({
    token: held.token,
    isHeld: () => isHeld(held, name),
    renew: () => {
      const still = isHeld(held, name)
      if (still) held.until = clock.elapsed() + length
      return Promise.resolve(still)
    },
    release: () => {
      held.until = 0
      return Promise.resolve()
    },
  })
  return {
    length,
    take: (name) =>
      TE.fromIO(() => {
        const before = newest.get(name)
        if (before !== undefined && isHeld(before, name)) return O.none
        const held = { token: (before?.token ?? 0) + 1, until: clock.elapsed() + length }
        newest.set(name, held)
        return O.some(leaseOf(name, held))
      }),
    isCurrent: (name, token) => TE.fromIO(() => newest.get(name)?.token === token),
  }
}
