import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { storeError } from '../../kernel/store-error'
import { together } from '../../kernel/together'
import { usualPool } from '../../postgres/open-pool'
import { session } from '../../postgres/session'

/** Locks by number, one holder at a time among all processes. */
export interface Locks {
  /** Waits until nobody else has it. Rejects with an Error that is also StoreUnavailable, or what the driver says. */
  readonly take: (lock: bigint) => Promise<Held>
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

const takeThose = `SELECT pg_try_advisory_lock(lock) AS taken
  FROM unnest($1::bigint[]) WITH ORDINALITY AS asked (lock, place) ORDER BY place`
const giveThoseBack = 'SELECT pg_advisory_unlock(lock) FROM unnest($1::bigint[]) AS held (lock)'

/** A lock that was asked for, and the connection that has it if it was to be had. */
interface Asked {
  readonly lock: bigint
  readonly holder: Client
  readonly taken: boolean
}

const tryThose =
  (locks: ReadonlyArray<bigint>) =>
  async (holder: Client): Promise<ReadonlyArray<Asked>> => {
    const { rows } = await holder.query<{ readonly taken: boolean }>(takeThose, [locks])
    return locks.map((lock, place) => ({ lock, holder, taken: rows[place]?.taken === true }))
  }

/** Locks whose connection is another by now are gone with it; one that cannot give them back ends, and they with it. */
const giveBack =
  (held: ReadonlyArray<Asked>) =>
  async (client: Client): Promise<void> => {
    const locks = held.filter(({ holder }) => holder === client).map(({ lock }) => lock)
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
  const attempt = together((locks: ReadonlyArray<bigint>) => own.use(tryThose(locks)))
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
