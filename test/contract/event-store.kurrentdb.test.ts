import { either } from 'fp-ts'
import { openKurrentLog } from '../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import type { EventStore } from '../../domain/ports/event-store'
import type { KurrentStandIn } from '../fixtures/kurrentdb/kurrent-stand-in'
import { withKurrentStandIns } from '../fixtures/kurrentdb/with-kurrent-stand-ins'
import { eventStoreContract } from './event-store-contract'

withKurrentStandIns((another) => {
  const serverOf = new Map<EventStore, KurrentStandIn>()

  const openOn = async (server: KurrentStandIn): Promise<EventStore> => {
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
