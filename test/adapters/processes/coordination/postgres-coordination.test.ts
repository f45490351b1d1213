import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import {
  openPostgresKeyedLock,
  type CrossProcessKeyedLock,
} from '../../../../adapters/processes/coordination/postgres/postgres-keyed-lock'
import { createAdvisoryLocks } from '../../../../adapters/processes/coordination/postgres/advisory-locks'
import { openPostgresCoordination } from '../../../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import { positionOfSequence } from '../../../../adapters/stores/eventstore/sequence-position'
import type { EventStore } from '../../../../domain/ports/event-store'
import { newStream, newEvents } from '../../../contract/event-store/event-store-steps'
import { withOwnPostgres, withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { waitUntil } from '../../../fixtures/wait-until'

const secret = randomBytes(32)
const borrower = '7d0a5c8e-7b0e-4c2f-9f0e-6a1f0d9c1a11'

const openLock = async (url: string): Promise<CrossProcessKeyedLock> =>
  rightOrThrow(await openPostgresKeyedLock(secret)(url)())

const selectLocks = `SELECT classid || ' ' || objid AS number, pid FROM pg_locks
  WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

const terminateHolder = `SELECT pg_terminate_backend(pid) FROM (${selectLocks}) AS holding`

withPostgres((server) => {
  describe('a lock that processes share', () => {
    it('stores nothing, and has another number under another secret', async () => {
      const url = await server().createDatabase()
      const numbersUnder = async (key: Buffer): Promise<ReadonlyArray<unknown>> => {
        const lock = rightOrThrow(await openPostgresKeyedLock(key)(url)())
        const seen = await lock.withLock(borrower)(TE.fromTask(() => server().runStatements(url, selectLocks)))()
        await lock.close()
        return rightOrThrow(seen).map((row) => row['number'])
      }
      const first = await numbersUnder(secret)
      const [again, other] = [await numbersUnder(secret), await numbersUnder(randomBytes(32))]
      expect(first).toHaveLength(2)
      expect(again.some((number) => first.includes(number))).toBe(true)
      expect(other.some((number) => first.includes(number))).toBe(false)
      const tables = await server().runStatements(
        url,
        `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
      )
      expect(tables).toEqual([])
    })

    it('locks the numbers of this hour and the next, so that it also excludes others when the hour changes', async () => {
      const url = await server().createDatabase()
      const [one, other] = [createAdvisoryLocks(url), createAdvisoryLocks(url)]
      const hours = new Set<number>()
      const held = await one.acquire((hour) => {
        hours.add(hour)
        return BigInt(hour)
      })
      const [now = 0, next] = [...hours]
      expect(next).toBe(now + 1)
      let isTaken = false
      const later = other
        .acquire((hour) => BigInt(hour + 1))
        .then((taken) => {
          isTaken = true
          return taken
        })
      await pause(200)
      expect(isTaken).toBe(false)
      await held.release()
      await (await later).release()
      await Promise.all([one.close(), other.close()])
    })

    it('is free for other processes when the session of its holder is lost', async () => {
      const url = await server().createDatabase()
      const [one, other] = [await openLock(url), await openLock(url)]
      let finishTask = (): void => undefined
      const taskFinished = new Promise<void>((done) => (finishTask = done))
      const firstTask = one.withLock(borrower)(TE.fromTask(() => taskFinished))()
      await waitUntil(async () => (await server().runStatements(url, selectLocks)).length > 0)
      const secondTask = other.withLock(borrower)(TE.right('passed'))()
      await server().runStatements(url, terminateHolder)
      expect(await secondTask).toEqual(E.right('passed'))
      finishTask()
      expect(await firstTask).toEqual(E.right(undefined))
      expect(await one.withLock(borrower)(TE.right('again'))()).toEqual(E.right('again'))
      await Promise.all([one.close(), other.close()])
    })
  })

  describe('a log that a lock guards', () => {
    const appendOne = (log: EventStore) => () => log.append(newStream(), 'none', newEvents(1))()

    it('accepts appends under a lock, under nested locks and without a lock', async () => {
      const [lock, log] = [await openLock(await server().createDatabase()), openMemoryLog().events]
      const guardedLog = lock.guardLog(log)
      expect(await lock.withLock(borrower)(appendOne(guardedLog))()).toMatchObject({ _tag: 'Right' })
      expect(await lock.withLock(borrower)(lock.withLock('bo')(appendOne(guardedLog)))()).toMatchObject({
        _tag: 'Right',
      })
      expect(await appendOne(guardedLog)()).toMatchObject({ _tag: 'Right' })
      await lock.close()
    })

    it('refuses an append under a lock that another process may hold by now', async () => {
      const url = await server().createDatabase()
      const [lock, log] = [await openLock(url), openMemoryLog().events]
      const guardedLog = lock.guardLog(log)
      const lateAppend = lock.withLock(borrower)(async () => {
        await server().runStatements(url, terminateHolder)
        await waitUntil(async () => (await server().runStatements(url, selectLocks)).length === 0)
        await pause(50)
        return appendOne(guardedLog)()
      })
      expect(await lateAppend()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(await log.head()).toBeUndefined()
      expect(await lock.withLock(borrower)(appendOne(guardedLog))()).toMatchObject({ _tag: 'Right' })
      await lock.close()
    })
  })

  describe('checkpoints with a fencing token', () => {
    it('are written by the holder of the lease, and not by its earlier holder', async () => {
      const url = await server().createDatabase()
      const { leases, checkpoints, close } = rightOrThrow(await openPostgresCoordination(machineMonotonicClock)(url)())
      const acquireLease = async () => O.toUndefined(rightOrThrow(await leases(60_000).acquire('reactions')()))
      const [lease, first, second] = ['reactions', positionOfSequence(7), positionOfSequence(9)]
      const stale = checkpoints({ lease, token: (await acquireLease())?.token ?? 0 })
      await stale.writePosition('fees', first)()
      await server().runStatements(url, 'UPDATE coordination.leases SET until = now()')
      const current = checkpoints({ lease, token: (await acquireLease())?.token ?? 0 })
      await current.writePosition('fees', second)()
      await expect(stale.writePosition('fees', first)()).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
      expect(await checkpoints().readPosition('fees')()).toBe(second)
      await close()
    })
  })
})

withOwnPostgres((server) => {
  describe('a lock whose server is down', () => {
    it('does not run the task, and answers an error', async () => {
      const lock = await openLock(await server().createDatabase())
      await server().ownServer.kill()
      const task = jest.fn(TE.right('ran'))
      expect(await lock.withLock(borrower)(task)()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(task).not.toHaveBeenCalled()
      await server().ownServer.start()
      expect(await lock.withLock(borrower)(task)()).toEqual(E.right('ran'))
      await lock.close()
    })
  })
})
