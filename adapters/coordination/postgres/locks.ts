import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { storeError } from '../../kernel/store-error'
import { usualPool } from '../../postgres/open-pool'
import { session, type Session } from '../../postgres/session'

/** Locks by number, one holder at a time among all processes. */
export interface Locks {
  /** Waits until nobody else has it. Rejects with an Error that is also StoreUnavailable, or what the driver says. */
  readonly take: (lock: bigint) => Promise<Release>
  readonly close: () => Promise<void>
}

export type Release = () => Promise<void>

/** How long to wait for a lock that another process has, in ms, and how often to ask. */
const waitAtMost = 30_000
const [askFirst, askLast] = [2, 40]

/** A session that cannot give a lock back ends, and its locks with it; so has one that is another by now. */
const giveBack =
  (held: Session, holder: Client, lock: bigint): Release =>
  () =>
    held
      .use(async (client) => {
        if (client === holder) await client.query('SELECT pg_advisory_unlock($1)', [lock])
      })
      .catch(() => holder.end())

/** The connection that has the lock now, if it was to be had. */
const tryLock =
  (lock: bigint) =>
  async (client: Client): Promise<Client | undefined> => {
    const { rows } = await client.query<{ readonly taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lock])
    return rows[0]?.taken === true ? client : undefined
  }

/**
 * Advisory locks of a few sessions, each of which holds many: so that any number can be held at a time, also one
 * within another, without waiting for a connection. Nobody waits inside the server: who finds a lock taken asks again,
 * and processes have no order among themselves.
 */
export const postgresLocks = (sessions: number, url: string): Locks => {
  const all = Array.from({ length: sessions }, () => session(usualPool, url))
  const sessionOf = (lock: bigint) => all[Number(BigInt.asUintN(32, lock)) % all.length]
  return {
    take: async (lock) => {
      const until = performance.now() + waitAtMost
      for (let wait = askFirst; performance.now() < until; wait = Math.min(wait * 2, askLast)) {
        const own = sessionOf(lock)
        const holder = await own?.use(tryLock(lock))
        if (own !== undefined && holder !== undefined) return giveBack(own, holder, lock)
        await pause(wait * (0.5 + Math.random()))
      }
      throw storeError({ _tag: 'StoreUnavailable', reason: 'somebody else has been at the gate for too long' })
    },
    close: async () => {
      await Promise.all(all.map(({ close }) => close()))
    },
  }
}
