import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { openPostgresGate } from '../../adapters/processes/coordination/postgres/gate'
import { openCoordination } from '../../adapters/processes/coordination/postgres/open-coordination'
import { machineClock } from '../../adapters/system/clock/machine-clock'
import { openMemoryLog } from '../../adapters/stores/eventstore/memory/store'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { right } from '../fixtures/right'
import { checkpointsContract } from './checkpoints'
import { gateContract } from './gate'
import { leasesContract } from './leases'

/** Long enough for a machine that is busy, in ms: the test does not wait for its end, but moves it. */
const length = 60_000

withPostgres((server) => {
  const opened: Array<() => Promise<void>> = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((close) => close()))
  })
  const closedAfterwards = <A extends { readonly close: () => Promise<void> }>(one: A): A => {
    opened.push(one.close)
    return one
  }
  const coordination = async (url: string, clock = machineClock) =>
    closedAfterwards(right(await openCoordination(clock)(url)()))
  /** Time that the test moves on: the clock of the processes, and the ends of leases in the database. */
  const movedTime = (url: string) => {
    let moved = 0
    return {
      clock: { elapsed: () => machineClock.elapsed() + moved },
      pass: async (ms: number) => {
        moved += ms
        const client = new Client(url)
        await client.connect()
        await client.query("UPDATE coordination.leases SET until = until - $1 * interval '1 millisecond'", [ms])
        await client.end()
      },
    }
  }

  gateContract('PostgreSQL', async () => {
    const [url, secret] = [await server().newDatabase(), randomBytes(32)]
    const process = async () => closedAfterwards(right(await openPostgresGate(secret)(url)()))
    return { one: (await process()).at, other: (await process()).at }
  })

  leasesContract('PostgreSQL', length, async () => {
    const url = await server().newDatabase()
    const { clock, pass } = movedTime(url)
    const [one, other] = [await coordination(url, clock), await coordination(url, clock)]
    return { one: one.leases(length), other: other.leases(length), pass }
  })

  checkpointsContract('PostgreSQL', async () => {
    const { checkpoints } = await coordination(await server().newDatabase())
    return { events: openMemoryLog().events, checkpoints: checkpoints() }
  })
})
