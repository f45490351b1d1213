import { either } from 'fp-ts'
import { openKurrentLog } from '../../adapters/eventstore/kurrentdb/store'
import type { EventStore } from '../../domain/ports/event-store'
import { standIn, type StandIn } from '../fixtures/kurrentdb/stand-in'
import { eventStoreContract } from './event-store'

const servers: Array<StandIn> = []
const serverOf = new Map<EventStore, StandIn>()
afterAll(() => servers.forEach(({ stop }) => stop()))

const openOn = async (server: StandIn): Promise<EventStore> => {
  const log = await openKurrentLog(server.connectionString())()
  if (either.isLeft(log)) throw new Error(log.left.reason)
  serverOf.set(log.right, server)
  return log.right
}

const openNew = async (): Promise<EventStore> => {
  const server = standIn()
  servers.push(server)
  await server.start()
  return openOn(server)
}

eventStoreContract('KurrentDB, of which a stand-in answers over gRPC', {
  open: openNew,
  reopen: (closed) => openOn(serverOf.get(closed)!),
})
