import { randomBytes } from 'node:crypto'
import { either } from 'fp-ts'
import { openKurrentLog } from '../../adapters/eventstore/kurrentdb/store'
import type { EventStore } from '../../domain/ports/event-store'
import { eventStoreContract } from './event-store'

const url = process.env['KURRENTDB_URL']!
let logs = 0
const run = randomBytes(4).toString('hex')
const namespaceOf = new Map<EventStore, string>()
const open = async (namespace: string): Promise<EventStore> => {
  const log = await openKurrentLog(url, { namespace })()
  if (either.isLeft(log)) throw new Error(log.left.reason)
  namespaceOf.set(log.right, namespace)
  return log.right
}
eventStoreContract('KurrentDB', {
  open: () => open(`t${run}n${String((logs += 1))}`),
  reopen: (closed) => open(namespaceOf.get(closed)!),
})
