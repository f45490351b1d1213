import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openPostgresGate } from '../../adapters/processes/coordination/postgres/gate'
import { openCoordination } from '../../adapters/processes/coordination/postgres/open-coordination'
import { machineClock } from '../../adapters/system/clock/machine-clock'
import { openMemoryLog } from '../../adapters/stores/eventstore/memory/store'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { right } from '../fixtures/right'
import { checkpointsContract } from './checkpoints'
import { gateContract } from './gate'
import { leasesContract } from './leases'

const length = 500

withPostgres((server) => {
  const opened: Array<() => Promise<void>> = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((close) => close()))
  })
  const closedAfterwards = <A extends { readonly close: () => Promise<void> }>(one: A): A => {
    opened.push(one.close)
    return one
  }
  const coordination = async (url: string) => closedAfterwards(right(await openCoordination(machineClock)(url)()))

  gateContract('PostgreSQL', async () => {
    const [url, secret] = [await server().newDatabase(), randomBytes(32)]
    const process = async () => closedAfterwards(right(await openPostgresGate(secret)(url)()))
    return { one: (await process()).at, other: (await process()).at }
  })

  leasesContract('PostgreSQL', length, async () => {
    const url = await server().newDatabase()
    const [one, other] = [await coordination(url), await coordination(url)]
    return { one: one.leases(length), other: other.leases(length), pass: (ms) => pause(ms) }
  })

  checkpointsContract('PostgreSQL', async () => {
    const { checkpoints } = await coordination(await server().newDatabase())
    return { events: openMemoryLog().events, checkpoints: checkpoints() }
  })
})
