import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { throwableStoreError } from '../../../stores/throwable-store-error'
import { batcher } from '../../../system/concurrency/batcher'
import { defaultPoolSettings } from '../../../stores/postgres/open-pool'
import { createLongLivedPostgresSession } from '../../../stores/postgres/long-lived-postgres-session'

/**
 * The number of a lock in an hour of the server's time. Everybody on the server sees which numbers are locked: a lasting
 * number would identify a borrower, and would join the commands of that borrower.
 */
export type LockNumberByHour = (hour: number) => bigint

/** Locks with one holder at a time among all processes. */
export interface AdvisoryLocks {
  /** Waits until the lock is free. Rejects with an Error that is also StoreUnavailable, or with an error of the driver. */
  readonly acquire: (lock: LockNumberByHour) => Promise<HeldLock>
  readonly close: () => Promise<void>
}

interface HeldLock {
  /** Whether no other process can get the lock within `ms`, as far as this process knows. */
  readonly isSafe: (ms: number) => boolean
  readonly release: () => Promise<void>
}

/** In ms: how long to wait for a lock that another process holds, and the first and longest delay between attempts. */
const lockTimeout = 30_000
const [firstRetryDelay, maxRetryDelay] = [2, 40]

const selectHour = `SELECT floor(extract(epoch FROM clock_timestamp()) / 3600)::integer AS hour`
const tryLocks = `SELECT pg_try_advisory_lock(this) AS this, pg_try_advisory_lock(next) AS next, (${selectHour}) AS hour
  FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS asked (this, next, place) ORDER BY place`
const unlock = 'SELECT pg_advisory_unlock(lock) FROM unnest($1::bigint[]) AS held (lock)'

/** An attempt to lock the numbers of this hour and the next, and the connection that holds them when it succeeded. */
interface LockAttempt {
  readonly numbers: ReadonlyArray<bigint>
  readonly holder: Client
  readonly isAcquired: boolean
}

interface TryLockRow {
  readonly this: boolean
  readonly next: boolean
  readonly hour: number
}

const readHour = async (client: Client): Promise<number> => {
  const { rows } = await client.query<Pick<TryLockRow, 'hour'>>(selectHour)
  return rows[0]?.hour ?? 0
}

/**
 * Takes each lock for this hour and the next, or not at all, so that locks taken before and after the full hour exclude
 * each other. When a new hour has begun meanwhile, takes nothing.
 */
const tryToLock = (locks: ReadonlyArray<LockNumberByHour>, hour: number) => async (holder: Client) => {
  const numbers = locks.map((lock) => [lock(hour), lock(hour + 1)] as const)
  const { rows } = await holder.query<TryLockRow>(tryLocks, [
    numbers.map(([now]) => now),
    numbers.map(([, next]) => next),
  ])
  const isTaken = (row: TryLockRow | undefined): boolean => row?.hour === hour && row.this && row.next
  const toUnlock = rows.flatMap((row, index) =>
    isTaken(row) ? [] : (numbers[index] ?? []).filter((_, at) => (at === 0 ? row.this : row.next)),
  )
  if (toUnlock.length > 0) await holder.query(unlock, [toUnlock])
  const attempts = numbers.map((numberPair, index): LockAttempt => ({
    numbers: numberPair,
    holder,
    isAcquired: isTaken(rows[index]),
  }))
  return { attempts, hour: rows[0]?.hour ?? hour }
}

/** Releases locks of the current connection. Locks of a lost connection ended with it. A connection that cannot release them is closed. */
const unlockAll =
  (held: ReadonlyArray<LockAttempt>) =>
  async (client: Client): Promise<void> => {
    const locks = held.filter(({ holder }) => holder === client).flatMap(({ numbers }) => numbers)
    if (locks.length === 0) return
    await client.query(unlock, [locks]).catch(() => client.end())
  }

/**
 * Advisory locks of PostgreSQL. One session holds all locks of a process, so that nested locks need no further connection.
 * Requests that arrive while a statement runs share the next statement. Nothing waits inside the server: a process that
 * finds a lock taken tries again, and processes get a lock in no particular order.
 */
export const createAdvisoryLocks = (url: string): AdvisoryLocks => {
  const lockSession = createLongLivedPostgresSession(defaultPoolSettings, url)
  let hour: number | undefined
  const tryLock = batcher((locks: ReadonlyArray<LockNumberByHour>) =>
    lockSession.use(async (client) => {
      const result = await tryToLock(locks, (hour ??= await readHour(client)))(client)
      hour = result.hour
      return result.attempts
    }),
  )
  const unlockInBatches = batcher(async (held: ReadonlyArray<LockAttempt>) => {
    await lockSession.use(unlockAll(held)).catch(() => undefined)
    return held
  })
  const release = async (held: LockAttempt): Promise<void> => {
    await unlockInBatches(held)
  }
  return {
    acquire: async (lock) => {
      const deadline = performance.now() + lockTimeout
      for (
        let retryDelay = firstRetryDelay;
        performance.now() < deadline;
        retryDelay = Math.min(retryDelay * 2, maxRetryDelay)
      ) {
        const attempt = await tryLock(lock)
        if (attempt.isAcquired)
          return { isSafe: (ms) => lockSession.staysOpenFor(attempt.holder, ms), release: () => release(attempt) }
        await delay(retryDelay * (0.5 + Math.random()))
      }
      throw throwableStoreError({ _tag: 'StoreUnavailable', reason: 'another process has held the lock for too long' })
    },
    close: lockSession.close,
  }
}
