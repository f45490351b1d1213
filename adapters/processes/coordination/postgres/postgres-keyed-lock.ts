import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import { postgresUnavailable } from '../../../stores/postgres/postgres-failure'
import { openPool, defaultPoolSettings } from '../../../stores/postgres/open-pool'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'
import { createAdvisoryLocks, type LockNumberByHour, type AdvisoryLocks } from './advisory-locks'

/** A lock for each key, shared by all processes of a library. */
export interface CrossProcessKeyedLock {
  readonly withLock: (key: string) => <E, A>(task: TE.TaskEither<E, A>) => TE.TaskEither<E | StoreUnavailable, A>
  /** The same log. It refuses an append under a lock that another process may hold by now. */
  readonly guardLog: (log: EventStore) => EventStore
  readonly close: Task<void>
}

const secretLength = 32

/** Without the secret, nobody can tell from the server's list of locks which key a number stands for. The text must not change: all processes must compute the same number. */
const lockNumberOf =
  (secret: Uint8Array) =>
  (key: string): LockNumberByHour =>
  (hour) =>
    createHmac('sha256', secret)
      .update(`gate\n${String(hour)}\n${key}`)
      .digest()
      .readBigInt64BE(0)

/** How long an append may take, in ms. A store repeats a request for five seconds when the answer is lost. */
const longestAppend = 5500

/** Whether the locks of the running task, including outer locks, are certainly held. */
type IsLockSafe = () => boolean

const holdingLock =
  (locks: AdvisoryLocks, lockContext: AsyncLocalStorage<IsLockSafe>, lock: LockNumberByHour) =>
  <E, A>(task: TE.TaskEither<E, A>): TE.TaskEither<E | StoreUnavailable, A> =>
  async () => {
    const acquired = await TE.tryCatch(() => locks.acquire(lock), postgresUnavailable)()
    if (E.isLeft(acquired)) return acquired
    const { isSafe, release } = acquired.right
    const outerIsSafe = lockContext.getStore()
    const isLockSafe = (): boolean => isSafe(longestAppend) && (outerIsSafe === undefined || outerIsSafe())
    // Nobody waits for the release: a failed one closes the connection, which releases the lock as well.
    return lockContext.run(isLockSafe, task).finally(() => void release())
  }

const lockLost: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the lock was lost, and another process may hold it',
}

const guardedLog =
  (lockContext: AsyncLocalStorage<IsLockSafe>) =>
  (log: EventStore): EventStore => ({
    ...log,
    append: (...args) => {
      const append = log.append(...args)
      return () => (lockContext.getStore()?.() === false ? TE.left(lockLost)() : append())
    },
  })

/**
 * Opens locks that all processes with the same secret (32 bytes, not stored in this database) share. A process queues its
 * own tasks for a key and takes one lock for the first of them. Nothing is stored, and the number of a lock changes every
 * hour. A lock ends with its session: when its process dies, within ten seconds when the process is paused, and within
 * half a minute when its machine dies.
 *
 * When the session is lost or the process was paused while a task runs, another process may get the lock before the task
 * ends. So the logs are guarded: they refuse an append of that task, and the command must be sent again. One case remains:
 * a process that is paused between this check and the append.
 */
export const openPostgresKeyedLock =
  (secret: Uint8Array) =>
  (url: string): TE.TaskEither<StoreUnavailable, CrossProcessKeyedLock> => {
    if (secret.length !== secretLength) throw new RangeError('the secret of a keyed lock has 32 bytes')
    const queue = keyedQueue()
    const lockContext = new AsyncLocalStorage<IsLockSafe>()
    const createLock = (): CrossProcessKeyedLock => {
      const locks = createAdvisoryLocks(url)
      return {
        withLock: (key) => (task) => queue(key)(holdingLock(locks, lockContext, lockNumberOf(secret)(key))(task)),
        guardLog: guardedLog(lockContext),
        close: locks.close,
      }
    }
    return pipe(
      openPool({ ...defaultPoolSettings, maxConnections: 1 })(url),
      TE.chainTaskK((pool) => () => pool.end()),
      TE.map(createLock),
    )
  }
