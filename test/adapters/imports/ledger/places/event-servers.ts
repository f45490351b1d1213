import { randomBytes } from 'node:crypto'
import type { OpenTruth } from '../../../../../adapters/composition/truth/truth'
import { openLogOn, truthElsewhere, type OpenLog } from '../../../../../adapters/composition/truth/truth-elsewhere'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/store'
import { realKurrent, realServer, type Started } from '../../../../fixtures/kurrentdb/real-server'
import { standIn } from '../../../../fixtures/kurrentdb/stand-in'
import { standInForKurrent } from '../../../../fixtures/kurrentdb/with-stand-ins'
import { databasesForService } from '../../../../fixtures/postgres/for-service'
import type { PostgresServer } from '../../../../fixtures/postgres/server'

/** A server for the log of circulation, and what it is. */
export interface EventServer {
  readonly name: string
  readonly start: () => Promise<Started>
}

/** In this process: over real gRPC, and in memory. */
export const aStandIn: EventServer = {
  name: standInForKurrent,
  start: async () => {
    const server = standIn()
    await server.start()
    return { connectionString: server.connectionString(), stop: () => Promise.resolve(server.stop()) }
  },
}

/** A real server where there is one, or can be. */
export const realOrStandIn = (): EventServer => {
  const real = realServer()
  return real._tag === 'Found' ? { ...real, name: `${realKurrent} (${real.name})` } : aStandIn
}

/** How a log is opened whose circulation has a namespace of its own, whatever the server holds already. */
export const inNamespace =
  (namespace: string): OpenLog =>
  (places, log) =>
    log === 'circulation' ? openKurrentLog(places.circulation, { namespace }) : openLogOn(places, log)

/** Places for a new library: circulation in a namespace of its own, persons and keys in databases of their own. */
export const newPlaces = async ({ connectionString }: Started, databases: PostgresServer): Promise<OpenTruth> => {
  const places = { circulation: connectionString, ...(await databasesForService(databases)) }
  return truthElsewhere(places, inNamespace(`ledger${randomBytes(6).toString('hex')}`))
}
