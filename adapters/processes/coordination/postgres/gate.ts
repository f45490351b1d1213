import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import { storeUnavailable } from '../../../stores/postgres/failure'
import { openPool, usualPool } from '../../../stores/postgres/open-pool'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'
import { postgresLocks, type Known, type Locks } from './locks'

/** A gate that all processes of a library share. */
export interface SharedGate {
  readonly at: (key: string) => <E, A>(thing: TE.TaskEither<E, A>) => TE.TaskEither<E | StoreUnavailable, A>
  /** The same log, which takes no append of a thing at the gate once somebody else may stand there. */
  readonly guards: (log: EventStore) => EventStore
  readonly close: Task<void>
}

const secretLength = 32

/** Whoever looks at the server's list of locks and lacks the secret cannot guess whose a lock is. */
const lockOf =
  (secret: Uint8Array) =>
  (key: string): Known =>
  (hour) =>
    createHmac('sha256', secret)
      .update(`gate\n${String(hour)}\n${key}`)
      .digest()
      .readBigInt64BE(0)

/** How long an append may be under way, in ms: a store asks again for five seconds when an answer is lost. */
const longestAppend = 5500

/** What holds for whatever runs at a gate, and at another within it. */
type Standing = () => boolean

const atLock =
  (locks: Locks, standing: AsyncLocalStorage<Standing>, lock: Known) =>
  <E, A>(thing: TE.TaskEither<E, A>): TE.TaskEither<E | StoreUnavailable, A> =>
  async () => {
    const taken = await TE.tryCatch(() => locks.take(lock), storeUnavailable)()
    if (E.isLeft(taken)) return taken
    const { isSafe, release } = taken.right
    const outer = standing.getStore()
    const isStanding = (): boolean => isSafe(longestAppend) && (outer === undefined || outer())
    return standing.run(isStanding, thing).finally(release)
  }

const noLonger: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'somebody else may be at the gate by now' }

const guarded =
  (standing: AsyncLocalStorage<Standing>) =>
  (log: EventStore): EventStore => ({
    ...log,
    append: (...asked) => {
      const append = log.append(...asked)
      return () => (standing.getStore()?.() === false ? TE.left(noLonger)() : append())
    },
  })

/**
 * Opens a gate that all processes share which know the same secret (32 bytes, not kept in this database). A process
 * queues those who ask it for the same key, and takes one lock for the first of them. Nothing is stored, and what can be seen of a lock is another number from hour to hour: a lock goes
 * with its session, so also when a process dies, within ten seconds when it stands still, and within half a minute when
 * its machine dies.
 *
 * When the session is lost while a thing runs, or its process has stood still, another may begin before it is done. So
 * logs are guarded: an append of that thing is refused then, and its command is to be given once more. What remains is a
 * process that comes to stand still between that look and the wire.
 */
export const openPostgresGate =
  (secret: Uint8Array) =>
  (url: string): TE.TaskEither<StoreUnavailable, SharedGate> => {
    if (secret.length !== secretLength) throw new RangeError('the secret of a gate has 32 bytes')
    const queue = keyedQueue()
    const standing = new AsyncLocalStorage<Standing>()
    const gate = (): SharedGate => {
      const locks = postgresLocks(url)
      return {
        at: (key) => (thing) => queue(key)(atLock(locks, standing, lockOf(secret)(key))(thing)),
        guards: guarded(standing),
        close: locks.close,
      }
    }
    return pipe(
      openPool({ ...usualPool, connections: 1 })(url),
      TE.chainTaskK((pool) => () => pool.end()),
      TE.map(gate),
    )
  }
