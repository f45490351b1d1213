import { either } from 'fp-ts'
import { openKurrentLog } from '../../adapters/stores/eventstore/kurrentdb/store'
import type { EventStore } from '../../domain/ports/event-store'
import type { StandIn } from '../fixtures/kurrentdb/stand-in'
import { withStandIns } from '../fixtures/kurrentdb/with-stand-ins'
import { eventStoreContract } from './event-store'

withStandIns((another) => {
  const serverOf = new Map<EventStore, StandIn>()

  const openOn = async (server: StandIn): Promise<EventStore> => {
    const log = await openKurrentLog(server.connectionString())()
    if (either.isLeft(log)) throw new Error(log.left.reason)
    serverOf.set(log.right, server)
    return log.right
  }
  eventStoreContract('KurrentDB over gRPC', {
    open: async () => openOn(await another()),
    reopen: (closed) => openOn(serverOf.get(closed)!),
  })
})
