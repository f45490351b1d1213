import { EventStoreDBClient } from '@eventstore/db-client'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import { unavailable } from './failure'

const clients = new Map<string, EventStoreDBClient>()

/** `kurrentdb://` is the newer name of a scheme that this client knows as `esdb://` only. */
const inItsWords = (connectionString: string): string => connectionString.replace(/^kurrentdb(?=[+:])/, 'esdb')

/**
 * The client of a connection string: one for the life of the process, whoever asks, never disposed of, since
 * disposing of one breaks off whatever others have under way. Credentials and TLS come from the string, which no
 * error repeats.
 */
export const clientOf = (connectionString: string): Either<StoreUnavailable, EventStoreDBClient> => {
  const known = clients.get(connectionString)
  if (known !== undefined) return either.right(known)
  return either.tryCatch(
    () => {
      const client = EventStoreDBClient.connectionString(inItsWords(connectionString))
      clients.set(connectionString, client)
      return client
    },
    () => unavailable('the connection string cannot be read, or names a file that cannot'),
  )
}
