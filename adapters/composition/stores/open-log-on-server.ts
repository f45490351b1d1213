import type * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore, StoreUnavailable } from '../../../domain/ports/event-store'
import { openKurrentLog } from '../../stores/eventstore/kurrentdb/open-kurrent-log'
import { openPostgresLog } from '../../stores/eventstore/postgres/open-postgres-log'
import type { LogPlace, LogPlaces } from '../../stores/eventstore/trees/log-place'
import { isPostgresAddress, type StoreServerAddresses } from './store-server-addresses'

/** Opens a log on its server. */
export type ServerLogOpener = (
  addresses: StoreServerAddresses,
  log: LogName,
) => TE.TaskEither<StoreUnavailable, EventStore>

type PlaceOnServer = Exclude<LogPlace, { readonly _tag: 'File' }>

/** Where a log is, on PostgreSQL or KurrentDB. When both logs are on KurrentDB, each has its own prefix for stream names. */
const placeOfLog = (addresses: StoreServerAddresses, log: LogName): PlaceOnServer => {
  if (isPostgresAddress(addresses[log])) return { _tag: 'Postgres', url: addresses[log] }
  const areBothOnKurrent = !isPostgresAddress(addresses.circulation) && !isPostgresAddress(addresses.persons)
  return { _tag: 'KurrentDB', url: addresses[log], namespace: areBothOnKurrent ? log : undefined }
}

/** Opens a log on PostgreSQL or KurrentDB. */
export const openLogOnServer: ServerLogOpener = (addresses, log) => {
  const place = placeOfLog(addresses, log)
  if (place._tag === 'Postgres') return openPostgresLog(place.url)
  return openKurrentLog(place.url, place.namespace === undefined ? {} : { namespace: place.namespace })
}

/** Where another thread can read the logs: nowhere, when they are opened in another way. */
export const logPlacesOf = (addresses: StoreServerAddresses, openLog: ServerLogOpener): LogPlaces | undefined =>
  openLog === openLogOnServer
    ? { circulation: placeOfLog(addresses, 'circulation'), persons: placeOfLog(addresses, 'persons') }
    : undefined
