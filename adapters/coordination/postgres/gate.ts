import { createHmac } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeUnavailable } from '../../postgres/failure'
import { openPool, usualPool } from '../../postgres/open-pool'
import { keyedQueue } from '../../kernel/keyed-queue'
import { postgresLocks, type Locks } from './locks'

/** A gate that all processes of a library share. */
export interface SharedGate {
  readonly at: (key: string) => <E, A>(thing: TE.TaskEither<E, A>) => TE.TaskEither<E | StoreUnavailable, A>
  readonly close: Task<void>
}

const secretLength = 32

/** What a lock is known by: whoever looks at the server's list of locks and lacks the secret cannot guess whose it is. */
const lockOf =
  (secret: Uint8Array) =>
  (key: string): bigint =>
    createHmac('sha256', secret).update(`gate\n${key}`).digest().readBigInt64BE(0)

const atLock =
  (locks: Locks, lock: bigint) =>
  <E, A>(thing: TE.TaskEither<E, A>): TE.TaskEither<E | StoreUnavailable, A> =>
  async () => {
    const taken = await TE.tryCatch(() => locks.take(lock), storeUnavailable)()
    return E.isLeft(taken) ? taken : thing().finally(taken.right)
  }

/**
 * Opens a gate that all processes share which know the same secret (32 bytes, not kept in this database). A process
 * queues those who ask it for the same key, and takes one lock for the first of them. Nothing is stored: a lock goes
 * with its session, so also when a process dies, within ten seconds when it stands still, and within half a minute when
 * its machine dies.
 *
 * When the session is lost while a thing runs, another process may begin before it is done, and nobody here is told.
 * What guards then is that each append expects the revision that its decision has seen; a rule over several streams
 * (the limit of loans) may be passed by one such pair. So a gate is for good order, and never the only guard.
 */
export const openPostgresGate =
  (secret: Uint8Array) =>
  (url: string): TE.TaskEither<StoreUnavailable, SharedGate> => {
    if (secret.length !== secretLength) throw new RangeError('the secret of a gate has 32 bytes')
    const queue = keyedQueue()
    const gate = (): SharedGate => {
      const locks = postgresLocks(url)
      return { at: (key) => (thing) => queue(key)(atLock(locks, lockOf(secret)(key))(thing)), close: locks.close }
    }
    return pipe(
      openPool({ ...usualPool, connections: 1 })(url),
      TE.chainTaskK((pool) => () => pool.end()),
      TE.map(gate),
    )
  }
