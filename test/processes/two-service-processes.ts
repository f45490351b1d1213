import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KurrentStandIn } from '../fixtures/kurrentdb/kurrent-stand-in'
import { databasesForService } from '../fixtures/postgres/databases-for-service'
import type { PostgresServer } from '../fixtures/postgres/postgres-server'
import type { TokenIssuer } from './token-issuer'
import { startServiceProcess, type ServiceProcess } from './service-process'

/** A library that two service processes serve: circulation on a cluster, persons and keys in databases. */
export interface TwoServiceProcesses {
  readonly first: ServiceProcess
  readonly second: ServiceProcess
  readonly cluster: KurrentStandIn
  /** The database of keys, by the address that the services use. */
  readonly keys: string
  /** Starts a process again that was killed. */
  readonly restart: (killed: ServiceProcess) => Promise<ServiceProcess>
  /** The process with this name, and the other one. */
  readonly processNamed: (name: string) => { readonly one: ServiceProcess; readonly other: ServiceProcess }
}

/** What the libraries of these tests share. */
interface TwoProcessesSetup {
  readonly issuer: TokenIssuer
  readonly server: Pick<PostgresServer, 'createDatabase'>
  readonly startCluster: () => Promise<KurrentStandIn>
}

/** Serves a new library by two processes during one test. Each process has its own folder; they share the ring. */
export const withTwoServiceProcesses =
  ({ issuer, server, startCluster }: TwoProcessesSetup) =>
  async (use: (library: TwoServiceProcesses) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-services-'))
    const cluster = await startCluster()
    const { persons, keys } = await databasesForService(server)
    const started: ServiceProcess[] = []
    const start = async (name: string): Promise<ServiceProcess> => {
      const service = await startServiceProcess(issuer)({
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
      const processNamed = (name: string) =>
        name === first.name ? { one: first, other: second } : { one: second, other: first }
      await use({ first, second, cluster, keys, restart: ({ name }) => start(name), processNamed })
    } finally {
      await Promise.all(started.map(({ kill }) => kill()))
      cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
