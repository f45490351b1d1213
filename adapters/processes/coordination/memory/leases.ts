import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { Leases } from '../../../../domain/ports/leases'
import { held } from '../lease'

interface Row {
  readonly token: number
  readonly until: number
}

/** Leases among the parts of one process. `length` is in ms. */
export const leasesInProcess =
  (clock: MachineClock) =>
  (length: number): Leases => {
    const rows = new Map<string, Row>()
    const isCurrent = (name: string, token: number): boolean => {
      const row = rows.get(name)
      return row !== undefined && row.token === token && clock.elapsed() < row.until
    }
    const keep = (name: string, token: number, until: number): void => void rows.set(name, { token, until })
    const give = (name: string, token: number) => {
      const asked = clock.elapsed()
      keep(name, token, asked + length)
      return held(clock, length)(asked, {
        token,
        renew: () => {
          const lasts = isCurrent(name, token)
          if (lasts) keep(name, token, clock.elapsed() + length)
          return Promise.resolve(lasts)
        },
        release: () => {
          if (isCurrent(name, token)) keep(name, token, -Infinity)
          return Promise.resolve()
        },
      })
    }
    return {
      length,
      take: (name) =>
        TE.fromIO(() => {
          const row = rows.get(name)
          return row !== undefined && clock.elapsed() < row.until ? O.none : O.some(give(name, (row?.token ?? 0) + 1))
        }),
      isCurrent: (name, token) => TE.fromIO(() => isCurrent(name, token)),
    }
  }
