import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { openPostgresKeyedLock } from '../../adapters/processes/coordination/postgres/postgres-keyed-lock'
import { openPostgresCoordination } from '../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { machineMonotonicClock } from '../../adapters/system/clock/machine-monotonic-clock'
import { openMemoryLog } from '../../adapters/stores/eventstore/memory/open-memory-log'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { checkpointsContract } from './checkpoints-contract'
import { borrowerLockContract } from './borrower-lock-contract'
import { leasesContract } from './leases-contract'

/** How long a lease lasts, in ms: long enough for a busy machine. The tests do not wait for its end, but move the time. */
const leaseLength = 60_000

withPostgres((server) => {
  const closers: Array<() => Promise<void>> = []
  afterEach(async () => {
    await Promise.all(closers.splice(0).map((close) => close()))
  })
  const closeAfterwards = <A extends { readonly close: () => Promise<void> }>(one: A): A => {
    closers.push(one.close)
    return one
  }
  const coordination = async (url: string, clock = machineMonotonicClock) =>
    closeAfterwards(rightOrThrow(await openPostgresCoordination(clock)(url)()))
  /** A clock that a test moves forward, together with the ends of the leases in the database. */
  const movableTime = (url: string) => {
    let moved = 0
    return {
      clock: { elapsed: () => machineMonotonicClock.elapsed() + moved },
      pass: async (ms: number) => {
        moved += ms
        const client = new Client(url)
        await client.connect()
        await client.query("UPDATE coordination.leases SET until = until - $1 * interval '1 millisecond'", [ms])
        await client.end()
      },
    }
  }

  borrowerLockContract('PostgreSQL', async () => {
    const [url, secret] = [await server().createDatabase(), randomBytes(32)]
    const process = async () => closeAfterwards(rightOrThrow(await openPostgresKeyedLock(secret)(url)()))
    return { one: (await process()).withLock, other: (await process()).withLock }
  })

  leasesContract('PostgreSQL', leaseLength, async () => {
    const url = await server().createDatabase()
    const { clock, pass } = movableTime(url)
    const [one, other] = [await coordination(url, clock), await coordination(url, clock)]
    return { one: one.leases(leaseLength), other: other.leases(leaseLength), pass }
  })

  checkpointsContract('PostgreSQL', async () => {
    const { checkpoints } = await coordination(await server().createDatabase())
    return { events: openMemoryLog().events, checkpoints: checkpoints() }
  })
})
