import * as O from 'fp-ts/Option'
import { openPostgresCoordination } from '../../../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const leaseLength = 60_000

withPostgres((server) => {
  describe('a lease in PostgreSQL whose end was set further than any process sets it', () => {
    it.each([`clock_timestamp() + interval '100 years'`, `'infinity'`])(
      '(%s) is taken over, the new holder says so, and the one before finds out',
      async (end) => {
        const url = await server().createDatabase()
        const [one, other] = [
          rightOrThrow(await openPostgresCoordination(machineMonotonicClock)(url)()),
          rightOrThrow(await openPostgresCoordination(machineMonotonicClock)(url)()),
        ]
        const [leases, otherLeases] = [one.leases(leaseLength), other.leases(leaseLength)]
        const acquire = async (from: typeof leases) => rightOrThrow(await from.acquire('reactions')())
        const first = await acquire(leases)
        expect(first).toMatchObject({ value: { token: 1 } })
        expect(await acquire(otherLeases)).toEqual(O.none)
        await server().runStatements(url, `UPDATE coordination.leases SET until = ${end}`)
        expect(await acquire(otherLeases)).toMatchObject({ value: { token: 2, formerEndWasTooFar: true } })
        expect(rightOrThrow(await leases.isCurrent('reactions', 1)())).toBe(false)
        expect(O.isSome(first) && (await first.value.renew())).toBe(false)
        expect(await acquire(leases)).toEqual(O.none)
        await Promise.all([one.close(), other.close()])
      },
    )
  })
})
