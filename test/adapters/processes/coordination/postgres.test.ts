import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import { openPostgresGate, type SharedGate } from '../../../../adapters/processes/coordination/postgres/gate'
import { postgresLocks } from '../../../../adapters/processes/coordination/postgres/locks'
import { openCoordination } from '../../../../adapters/processes/coordination/postgres/open-coordination'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/store'
import { positionOf } from '../../../../adapters/stores/eventstore/position'
import type { EventStore } from '../../../../domain/ports/event-store'
import { aStream, events } from '../../../contract/event-store/given'
import { withOwnPostgres, withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'
import { until } from '../../../fixtures/until'

const secret = randomBytes(32)
const anna = '7d0a5c8e-7b0e-4c2f-9f0e-6a1f0d9c1a11'

const gateAt = async (url: string): Promise<SharedGate> => right(await openPostgresGate(secret)(url)())

const locks = `SELECT classid || ' ' || objid AS number, pid FROM pg_locks
  WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

const endHolder = `SELECT pg_terminate_backend(pid) FROM (${locks}) AS holding`

withPostgres((server) => {
  describe('a gate that processes share', () => {
    it('stores nothing, and shows a number that is another under another secret', async () => {
      const url = await server().newDatabase()
      const numbersUnder = async (key: Buffer): Promise<ReadonlyArray<unknown>> => {
        const gate = right(await openPostgresGate(key)(url)())
        const seen = await gate.at(anna)(TE.fromTask(() => server().run(url, locks)))()
        await gate.close()
        return right(seen).map((row) => row['number'])
      }
      const first = await numbersUnder(secret)
      const [again, other] = [await numbersUnder(secret), await numbersUnder(randomBytes(32))]
      expect(first).toHaveLength(2)
      expect(again.some((number) => first.includes(number))).toBe(true)
      expect(other.some((number) => first.includes(number))).toBe(false)
      const tables = await server().run(url, `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)
      expect(tables).toEqual([])
    })

    it('is kept by a number of this hour and one of the next, so that it holds while the hour strikes', async () => {
      const url = await server().newDatabase()
      const [one, other] = [postgresLocks(url), postgresLocks(url)]
      const hours = new Set<number>()
      const held = await one.take((hour) => {
        hours.add(hour)
        return BigInt(hour)
      })
      const [now = 0, next] = [...hours]
      expect(next).toBe(now + 1)
      let isTaken = false
      const later = other
        .take((hour) => BigInt(hour + 1))
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

    it('opens for others when the session of whoever stands there is lost', async () => {
      const url = await server().newDatabase()
      const [one, other] = [await gateAt(url), await gateAt(url)]
      let leave = (): void => undefined
      const standing = new Promise<void>((done) => (leave = done))
      const stands = one.at(anna)(TE.fromTask(() => standing))()
      await pause(50)
      const passes = other.at(anna)(TE.right('passed'))()
      await server().run(url, endHolder)
      expect(await passes).toEqual(E.right('passed'))
      leave()
      expect(await stands).toEqual(E.right(undefined))
      expect(await one.at(anna)(TE.right('again'))()).toEqual(E.right('again'))
      await Promise.all([one.close(), other.close()])
    })
  })

  describe('a log that a gate guards', () => {
    const appended = (log: EventStore) => () => log.append(aStream(), 'none', events(1))()

    it('takes what is appended at the gate, at one within another, and at none', async () => {
      const [gate, log] = [await gateAt(await server().newDatabase()), openMemoryLog().events]
      const guarded = gate.guards(log)
      expect(await gate.at(anna)(appended(guarded))()).toMatchObject({ _tag: 'Right' })
      expect(await gate.at(anna)(gate.at('bo')(appended(guarded)))()).toMatchObject({ _tag: 'Right' })
      expect(await appended(guarded)()).toMatchObject({ _tag: 'Right' })
      await gate.close()
    })

    it('takes no append of one whose place somebody else may have by now', async () => {
      const url = await server().newDatabase()
      const [gate, log] = [await gateAt(url), openMemoryLog().events]
      const guarded = gate.guards(log)
      const late = gate.at(anna)(async () => {
        await server().run(url, endHolder)
        await until(async () => (await server().run(url, locks)).length === 0)
        await pause(50)
        return appended(guarded)()
      })
      expect(await late()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(await log.head()).toBeUndefined()
      expect(await gate.at(anna)(appended(guarded))()).toMatchObject({ _tag: 'Right' })
      await gate.close()
    })
  })

  describe('checkpoints under a fence', () => {
    it('are moved by the holder of the lease, and no more by one who had it before', async () => {
      const { leases, checkpoints, close } = right(await openCoordination(machineClock)(await server().newDatabase())())
      const take = async () => O.toUndefined(right(await leases(200).take('reactions')()))
      const [lease, first, second] = ['reactions', positionOf(7), positionOf(9)]
      const stale = checkpoints({ lease, token: (await take())?.token ?? 0 })
      await stale.write('fees', first)()
      await pause(220)
      const current = checkpoints({ lease, token: (await take())?.token ?? 0 })
      await current.write('fees', second)()
      await expect(stale.write('fees', first)()).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
      expect(await checkpoints().read('fees')()).toBe(second)
      await close()
    })
  })
})

withOwnPostgres((server) => {
  describe('a gate whose server is gone', () => {
    it('does not run the thing, and says so', async () => {
      const gate = await gateAt(await server().newDatabase())
      await server().own.kill()
      const thing = jest.fn(TE.right('ran'))
      expect(await gate.at(anna)(thing)()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(thing).not.toHaveBeenCalled()
      await server().own.start()
      expect(await gate.at(anna)(thing)()).toEqual(E.right('ran'))
      await gate.close()
    })
  })
})
