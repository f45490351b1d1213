import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Compiled } from '../crash/compiled'
import type { StandIn } from '../fixtures/kurrentdb/stand-in'
import { databasesForService } from '../fixtures/postgres/for-service'
import type { PostgresServer } from '../fixtures/postgres/server'
import type { Issuer } from './issuer'
import { startService, type Service } from './service'

/** A library that two service processes serve: circulation on a cluster, persons and keys in databases. */
export interface TwoServices {
  readonly first: Service
  readonly second: Service
  readonly cluster: StandIn
  /** The address of the database of keys, as the services know it. */
  readonly keys: string
  /** The one that bears a name, and the other one. */
  readonly named: (name: string) => { readonly one: Service; readonly other: Service }
}

/** What every library of these tests is made from. */
interface Making {
  readonly project: Compiled
  readonly issuer: Issuer
  readonly server: Pick<PostgresServer, 'newDatabase'>
  readonly another: () => Promise<StandIn>
}

/** Serves a new library by two processes, each with a folder of its own, for one test; the ring is the same for both. */
export const withTwoServices =
  ({ project, issuer, server, another }: Making) =>
  async (use: (library: TwoServices) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-services-'))
    const cluster = await another()
    const { persons, keys } = await databasesForService(server)
    const started: Service[] = []
    const start = async (name: string): Promise<Service> => {
      const service = await startService(
        project,
        issuer,
      )({
        name,
        folder: path.join(folder, name),
        ring: path.join(folder, 'ring'),
        environment: { CIRCULATION: cluster.connectionString(name), PERSONS: persons, KEYS: keys },
      })
      started.push(service)
      return service
    }
    try {
      const [first, second] = [await start('first'), await start('second')]
      const named = (name: string) =>
        name === first.name ? { one: first, other: second } : { one: second, other: first }
      await use({ first, second, cluster, keys, named })
    } finally {
      await Promise.all(started.map(({ kill }) => kill()))
      cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
