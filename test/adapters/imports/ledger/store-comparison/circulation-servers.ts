import { randomBytes } from 'node:crypto'
import type { OpenPrimaryStores } from '../../../../../adapters/composition/stores/primary-stores'
import { openLogOnServer, type ServerLogOpener } from '../../../../../adapters/composition/stores/open-log-on-server'
import { openStoresOnServers } from '../../../../../adapters/composition/stores/open-stores-on-servers'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import {
  realKurrentTitle,
  findRealKurrent,
  type StartedKurrent,
} from '../../../../fixtures/kurrentdb/with-real-kurrent'
import { kurrentStandIn } from '../../../../fixtures/kurrentdb/kurrent-stand-in'
import { kurrentStandInTitle } from '../../../../fixtures/kurrentdb/with-kurrent-stand-ins'
import { databasesForService } from '../../../../fixtures/postgres/databases-for-service'
import type { PostgresServer } from '../../../../fixtures/postgres/postgres-server'

/** A server for the circulation log, and its name. */
export interface CirculationServer {
  readonly name: string
  readonly start: () => Promise<StartedKurrent>
}

/** A stand-in in this process, with real gRPC and data in memory. */
export const standInServer: CirculationServer = {
  name: kurrentStandInTitle,
  start: async () => {
    const server = kurrentStandIn()
    await server.start()
    return { connectionString: server.connectionString(), stop: () => Promise.resolve(server.stop()) }
  },
}

/** A real server if one is named or can be started, otherwise the stand-in. */
export const realOrStandInServer = (): CirculationServer => {
  const real = findRealKurrent()
  return real._tag === 'Found' ? { ...real, name: `${realKurrentTitle} (${real.name})` } : standInServer
}

/** Opens logs, with circulation in a separate namespace of its server. */
export const openLogInNamespace =
  (namespace: string): ServerLogOpener =>
  (addresses, log) =>
    log === 'circulation' ? openKurrentLog(addresses.circulation, { namespace }) : openLogOnServer(addresses, log)

/** Stores on servers for a new library: circulation in a new namespace, persons and keys in new databases. */
export const newStoresOnServers = async (
  { connectionString }: StartedKurrent,
  databases: PostgresServer,
): Promise<OpenPrimaryStores> => {
  const addresses = { circulation: connectionString, ...(await databasesForService(databases)) }
  return openStoresOnServers(addresses, openLogInNamespace(`ledger${randomBytes(6).toString('hex')}`))
}
