import { randomBytes } from 'node:crypto'
import { either } from 'fp-ts'
import { openKurrentLog } from '../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import type { EventStore } from '../../domain/ports/event-store'
import { withRealKurrent } from '../fixtures/kurrentdb/with-real-kurrent'
import { eventStoreContract } from './event-store-contract'

/** Each test has a namespace of its own on the server, and so an empty log. */
const run = randomBytes(4).toString('hex')
let logs = 0

withRealKurrent((connectionString) => {
  const namespaceOf = new Map<EventStore, string>()

  const open = async (namespace: string): Promise<EventStore> => {
    const log = await openKurrentLog(connectionString(), { namespace })()
    if (either.isLeft(log)) throw new Error(log.left.reason)
    namespaceOf.set(log.right, namespace)
    return log.right
  }
  eventStoreContract('KurrentDB', {
    open: () => open(`t${run}n${String((logs += 1))}`),
    reopen: (closed) => open(namespaceOf.get(closed)!),
  })
})
