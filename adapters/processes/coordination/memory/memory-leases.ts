import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { Leases } from '../../../../domain/ports/leases'
import { leaseSeenByHolder } from '../../leases/lease-seen-by-holder'

interface MemoryLease {
  readonly token: number
  readonly until: number
}

/** Leases within one process. */
export const memoryLeases =
  (clock: MonotonicClock) =>
  (durationMs: number): Leases => {
    const rows = new Map<string, MemoryLease>()
    const isCurrent = (name: string, token: number): boolean => {
      const row = rows.get(name)
      return row !== undefined && row.token === token && clock.elapsed() < row.until
    }
    const store = (name: string, token: number, until: number): void => void rows.set(name, { token, until })
    const grantLease = (name: string, token: number) => {
      const requestedAt = clock.elapsed()
      store(name, token, requestedAt + durationMs)
      return leaseSeenByHolder(clock, durationMs)(requestedAt, {
        token,
        renew: () => {
          const isValid = isCurrent(name, token)
          if (isValid) store(name, token, clock.elapsed() + durationMs)
          return Promise.resolve(isValid)
        },
        release: () => {
          if (isCurrent(name, token)) store(name, token, -Infinity)
          return Promise.resolve()
        },
      })
    }
    return {
      durationMs,
      acquire: (name) =>
        TE.fromIO(() => {
          const row = rows.get(name)
          return row !== undefined && clock.elapsed() < row.until
            ? O.none
            : O.some(grantLease(name, (row?.token ?? 0) + 1))
        }),
      isCurrent: (name, token) => TE.fromIO(() => isCurrent(name, token)),
    }
  }
