import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { storeError } from '../../../stores/store-error'
import { together } from '../../../system/concurrency/together'
import { usualPool } from '../../../stores/postgres/open-pool'
import { session } from '../../../stores/postgres/session'

/**
 * What a lock is known by within an hour of the server's time. Everybody on the server sees which numbers are taken: one
 * that lasted would be a name for whoever it stands for, by which what happens to them could be joined.
 */
export type Known = (hour: number) => bigint

/** Locks, one holder at a time among all processes. */
export interface Locks {
  /** Waits until nobody else has it. Rejects with an Error that is also StoreUnavailable, or what the driver says. */
  readonly take: (lock: Known) => Promise<Held>
  readonly close: () => Promise<void>
}

export interface Held {
  /** Whether nobody else can have it for so many ms, as far as this process knows. */
  readonly isSafe: (ms: number) => boolean
  readonly release: () => Promise<void>
}

/** How long to wait for a lock that another process has, in ms, and how often to ask. */
const waitAtMost = 30_000
const [askFirst, askLast] = [2, 40]

const tellHour = `SELECT floor(extract(epoch FROM clock_timestamp()) / 3600)::integer AS hour`
const takeThose = `SELECT pg_try_advisory_lock(this) AS this, pg_try_advisory_lock(next) AS next, (${tellHour}) AS hour
  FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS asked (this, next, place) ORDER BY place`
const giveThoseBack = 'SELECT pg_advisory_unlock(lock) FROM unnest($1::bigint[]) AS held (lock)'

/** A lock that was asked for, by the numbers of this hour and the next, and the connection that has it if it was to be had. */
interface Asked {
  readonly numbers: ReadonlyArray<bigint>
  readonly holder: Client
  readonly taken: boolean
}

interface Tried {
  readonly this: boolean
  readonly next: boolean
  readonly hour: number
}

const hourOf = async (client: Client): Promise<number> => {
  const { rows } = await client.query<Pick<Tried, 'hour'>>(tellHour)
  return rows[0]?.hour ?? 0
}

/**
 * Takes each lock for this hour and the next, or not at all: so that whoever asks before the hour strikes and whoever asks
 * after it are kept apart. Where the hour has struck meanwhile nothing is taken.
 */
const tryThose = (locks: ReadonlyArray<Known>, hour: number) => async (holder: Client) => {
  const numbers = locks.map((lock) => [lock(hour), lock(hour + 1)] as const)
  const { rows } = await holder.query<Tried>(takeThose, [numbers.map(([now]) => now), numbers.map(([, next]) => next)])
  const isTaken = (row: Tried | undefined): boolean => row?.hour === hour && row.this && row.next
  const inVain = rows.flatMap((row, place) =>
    isTaken(row) ? [] : (numbers[place] ?? []).filter((_, at) => (at === 0 ? row.this : row.next)),
  )
  if (inVain.length > 0) await holder.query(giveThoseBack, [inVain])
  const asked = numbers.map((pair, place): Asked => ({ numbers: pair, holder, taken: isTaken(rows[place]) }))
  return { asked, hour: rows[0]?.hour ?? hour }
}

/** Locks whose connection is another by now are gone with it; one that cannot give them back ends, and they with it. */
const giveBack =
  (held: ReadonlyArray<Asked>) =>
  async (client: Client): Promise<void> => {
    const locks = held.filter(({ holder }) => holder === client).flatMap(({ numbers }) => numbers)
    if (locks.length === 0) return
    await client.query(giveThoseBack, [locks]).catch(() => client.end())
  }

/**
 * Advisory locks of one session, which holds many: so that any number can be held at a time, also one within another,
 * without waiting for a connection. Those who ask, or give back, while others do share the next statement. Nobody waits
 * inside the server: who finds a lock taken asks again, and processes have no order among themselves.
 */
export const postgresLocks = (url: string): Locks => {
  const own = session(usualPool, url)
  let hour: number | undefined
  const attempt = together((locks: ReadonlyArray<Known>) =>
    own.use(async (client) => {
      const tried = await tryThose(locks, (hour ??= await hourOf(client)))(client)
      hour = tried.hour
      return tried.asked
    }),
  )
  const giveBackTogether = together(async (held: ReadonlyArray<Asked>) => {
    await own.use(giveBack(held)).catch(() => undefined)
    return held
  })
  const release = async (held: Asked): Promise<void> => {
    await giveBackTogether(held)
  }
  return {
    take: async (lock) => {
      const until = performance.now() + waitAtMost
      for (let wait = askFirst; performance.now() < until; wait = Math.min(wait * 2, askLast)) {
        const asked = await attempt(lock)
        if (asked.taken) return { isSafe: (ms) => own.keeps(asked.holder, ms), release: () => release(asked) }
        await pause(wait * (0.5 + Math.random()))
      }
      throw storeError({ _tag: 'StoreUnavailable', reason: 'somebody else has been at the gate for too long' })
    },
    close: own.close,
  }
}
