import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { Leases } from '../../../../domain/ports/leases'
import { storeUnavailable } from '../../../stores/postgres/failure'
import { held, type Kept } from '../lease'

const fromNow = "clock_timestamp() + $2 * interval '1 millisecond'"
const lasts = 'until > clock_timestamp()'

const take = `INSERT INTO coordination.leases AS held (name, token, until) VALUES ($1, 1, ${fromNow})
  ON CONFLICT (name) DO UPDATE SET token = held.token + 1, until = excluded.until
  WHERE held.until <= clock_timestamp() RETURNING token`
const renew = `UPDATE coordination.leases SET until = ${fromNow} WHERE name = $1 AND token = $3 AND ${lasts}`
const release = `UPDATE coordination.leases SET until = clock_timestamp() WHERE name = $1 AND token = $2 AND ${lasts}`
const current = `SELECT FROM coordination.leases WHERE name = $1 AND token = $2 AND ${lasts}`

const kept = (pool: Pool, length: number, name: string, token: number): Kept => ({
  token,
  renew: () =>
    pool.query(renew, [name, length, token]).then(
      ({ rowCount }) => rowCount === 1,
      () => false,
    ),
  release: () =>
    pool.query(release, [name, token]).then(
      () => undefined,
      () => undefined,
    ),
})

/** Leases among processes, by the database's own time: no two machines need the same. `length` is in ms. */
export const postgresLeases =
  (clock: MachineClock, pool: Pool) =>
  (length: number): Leases => ({
    length,
    take: (name) =>
      TE.tryCatch(async () => {
        const asked = clock.elapsed()
        const { rows } = await pool.query<{ readonly token: string }>(take, [name, length])
        const token = rows[0]?.token
        return token === undefined
          ? O.none
          : O.some(held(clock, length)(asked, kept(pool, length, name, Number(token))))
      }, storeUnavailable),
    isCurrent: (name, token) =>
      TE.tryCatch(async () => (await pool.query(current, [name, token])).rowCount === 1, storeUnavailable),
  })
