import { either } from 'fp-ts'
import { openPostgresLog } from '../../adapters/stores/eventstore/postgres/open-postgres-log'
import type { EventStore } from '../../domain/ports/event-store'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { eventStoreContract } from './event-store-contract'
import { shufflingContract } from './event-store/shuffling-contract'
import type { StoreUnderTest } from './event-store/event-store-steps'

const urlOf = new Map<EventStore, string>()

const openAt = async (url: string): Promise<EventStore> => {
  const log = await openPostgresLog(url)()
  if (either.isLeft(log)) throw new Error(log.left.reason)
  urlOf.set(log.right, url)
  return log.right
}

withPostgres((server) => {
  const underTest: StoreUnderTest = {
    open: async () => openAt(await server().createDatabase()),
    reopen: (closed) => openAt(urlOf.get(closed)!),
  }
  eventStoreContract('PostgreSQL', underTest)
  shufflingContract('PostgreSQL', underTest)
})
