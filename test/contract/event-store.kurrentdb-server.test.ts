import { randomBytes } from 'node:crypto'
import { either } from 'fp-ts'
import { openKurrentLog } from '../../adapters/eventstore/kurrentdb/store'
import type { EventStore } from '../../domain/ports/event-store'
import { realServer, type RealServer, type Started } from '../fixtures/kurrentdb/real-server'
import { eventStoreContract } from './event-store'

const minutes = 60_000

/** Each test has a namespace of its own on the server, and so an empty log, whatever the server holds already. */
const run = randomBytes(4).toString('hex')
let logs = 0

const runOn = ({ name, start }: Extract<RealServer, { readonly _tag: 'Found' }>): void => {
  let server: Started
  const namespaceOf = new Map<EventStore, string>()
  beforeAll(async () => {
    server = await start()
  }, 5 * minutes)
  afterAll(() => server.stop())

  const open = async (namespace: string): Promise<EventStore> => {
    const log = await openKurrentLog(server.connectionString, { namespace })()
    if (either.isLeft(log)) throw new Error(log.left.reason)
    namespaceOf.set(log.right, namespace)
    return log.right
  }
  eventStoreContract(`a real KurrentDB (${name})`, {
    open: () => open(`t${run}n${String((logs += 1))}`),
    reopen: (closed) => open(namespaceOf.get(closed)!),
  })
}

const found = realServer()
if (found._tag === 'Found') runOn(found)
else
  describe('an event store: a real KurrentDB', () => {
    it('is missing here, and says how to get one', () => {
      process.stderr.write(`${found.reason}\n`)
      expect(found.reason).toMatch(/KURRENTDB_URL/)
    })
  })
