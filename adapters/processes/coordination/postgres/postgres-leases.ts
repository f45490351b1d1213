import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { Leases } from '../../../../domain/ports/leases'
import { postgresUnavailable } from '../../../stores/postgres/postgres-failure'
import { leaseSeenByHolder, type StoredLease } from '../../leases/lease-seen-by-holder'

const newEnd = "clock_timestamp() + $2 * interval '1 millisecond'"
const isValid = 'until > clock_timestamp()'

/** No process sets such an end: a clock jumped, or somebody changed the row. */
const isTooFar = "until > clock_timestamp() + 2 * $2 * interval '1 millisecond'"

const acquireLease = `WITH former AS (SELECT ${isTooFar} AS too_far FROM coordination.leases WHERE name = $1)
  INSERT INTO coordination.leases AS held (name, token, until) VALUES ($1, 1, ${newEnd})
  ON CONFLICT (name) DO UPDATE SET token = held.token + 1, until = excluded.until
  WHERE held.until <= clock_timestamp() OR held.${isTooFar}
  RETURNING token, coalesce((SELECT too_far FROM former), false) AS too_far`
const renewLease = `UPDATE coordination.leases SET until = ${newEnd} WHERE name = $1 AND token = $3 AND ${isValid}`
const releaseLease = `UPDATE coordination.leases SET until = clock_timestamp() WHERE name = $1 AND token = $2 AND ${isValid}`
const findCurrentLease = `SELECT FROM coordination.leases WHERE name = $1 AND token = $2 AND ${isValid}`

interface AcquiredRow {
  readonly token: string
  readonly too_far: boolean
}

const storedLease = (pool: Pool, durationMs: number, name: string, acquired: AcquiredRow): StoredLease => {
  const token = Number(acquired.token)
  return {
    token,
    formerEndWasTooFar: acquired.too_far,
    renew: () =>
      pool.query(renewLease, [name, durationMs, token]).then(
        ({ rowCount }) => rowCount === 1,
        () => false,
      ),
    release: () =>
      pool.query(releaseLease, [name, token]).then(
        () => undefined,
        () => undefined,
      ),
  }
}

/** Leases that processes share. They use the clock of the database, so the clocks of machines may differ. */
export const postgresLeases =
  (clock: MonotonicClock, pool: Pool) =>
  (durationMs: number): Leases => ({
    durationMs,
    acquire: (name) =>
      TE.tryCatch(async () => {
        const requestedAt = clock.elapsed()
        const { rows } = await pool.query<AcquiredRow>(acquireLease, [name, durationMs])
        const [acquired] = rows
        return acquired === undefined
          ? O.none
          : O.some(leaseSeenByHolder(clock, durationMs)(requestedAt, storedLease(pool, durationMs, name, acquired)))
      }, postgresUnavailable),
    isCurrent: (name, token) =>
      TE.tryCatch(async () => (await pool.query(findCurrentLease, [name, token])).rowCount === 1, postgresUnavailable),
  })
