import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openPostgresKeyedLock } from '../../adapters/processes/coordination/postgres/postgres-keyed-lock'
import { openPostgresCoordination } from '../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { machineClock } from '../../adapters/system/clock/machine-clock'
import { openMemoryLog } from '../../adapters/stores/eventstore/memory/open-memory-log'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { checkpointsContract } from './checkpoints-contract'
import { borrowerLockContract } from './borrower-lock-contract'
import { leasesContract } from './leases-contract'

const length = 500

withPostgres((server) => {
  const closers: Array<() => Promise<void>> = []
  afterEach(async () => {
    await Promise.all(closers.splice(0).map((close) => close()))
  })
  const closeAfterwards = <A extends { readonly close: () => Promise<void> }>(one: A): A => {
    closers.push(one.close)
    return one
  }
  const coordination = async (url: string) =>
    closeAfterwards(rightOrThrow(await openPostgresCoordination(machineClock)(url)()))

  borrowerLockContract('PostgreSQL', async () => {
    const [url, secret] = [await server().createDatabase(), randomBytes(32)]
    const process = async () => closeAfterwards(rightOrThrow(await openPostgresKeyedLock(secret)(url)()))
    return { one: (await process()).withLock, other: (await process()).withLock }
  })

  leasesContract('PostgreSQL', length, async () => {
    const url = await server().createDatabase()
    const [one, other] = [await coordination(url), await coordination(url)]
    return { one: one.leases(length), other: other.leases(length), pass: (ms) => pause(ms) }
  })

  checkpointsContract('PostgreSQL', async () => {
    const { checkpoints } = await coordination(await server().createDatabase())
    return { events: openMemoryLog().events, checkpoints: checkpoints() }
  })
})
