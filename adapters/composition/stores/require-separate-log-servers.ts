import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { readPostgresServerIdentity } from '../../stores/postgres/read-postgres-server-identity'
import { isPostgresAddress, type StoreServerAddresses } from './store-server-addresses'

const sameServerReason =
  'CIRCULATION and PERSONS are on one PostgreSQL server, and its transaction counter would join their events; give each log its own server'

/** Compares the servers' own identifiers, because one server may have several host names. */
export const requireSeparateLogServers = ({
  circulation,
  persons,
}: StoreServerAddresses): TE.TaskEither<StoreUnavailable, void> =>
  isPostgresAddress(circulation) && isPostgresAddress(persons)
    ? pipe(
        TE.Do,
        TE.bind('one', () => readPostgresServerIdentity(circulation)),
        TE.bind('other', () => readPostgresServerIdentity(persons)),
        TE.filterOrElse(
          ({ one, other }) => one !== other,
          (): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason: sameServerReason }),
        ),
        TE.map(() => undefined),
      )
    : TE.right(undefined)
