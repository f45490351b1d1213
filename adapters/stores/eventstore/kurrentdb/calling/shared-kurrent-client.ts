import { EventStoreDBClient } from '@eventstore/db-client'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import { storeUnavailable } from './kurrent-failure'

const clients = new Map<string, EventStoreDBClient>()

/** This client knows the scheme `kurrentdb://` only by its older name `esdb://`. */
const withEsdbScheme = (connectionString: string): string => connectionString.replace(/^kurrentdb(?=[+:])/, 'esdb')

/**
 * The client of a connection string: one for the life of the process, shared by all callers. It is never disposed of,
 * because that breaks off the calls of the other callers. Credentials and TLS come from the string, and no error quotes
 * it.
 */
export const sharedKurrentClient = (connectionString: string): Either<StoreUnavailable, EventStoreDBClient> => {
  const known = clients.get(connectionString)
  if (known !== undefined) return either.right(known)
  return either.tryCatch(
    () => {
      const client = EventStoreDBClient.connectionString(withEsdbScheme(connectionString))
      clients.set(connectionString, client)
      return client
    },
    () => storeUnavailable('the connection string is invalid, or a file that it names cannot be read'),
  )
}
