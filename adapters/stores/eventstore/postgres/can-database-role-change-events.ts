import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { queryOnOwnConnection } from '../../postgres/query-on-own-connection'

const privilegeQuery = "SELECT has_table_privilege('log.events', 'UPDATE, DELETE, TRUNCATE') AS may"

/** Whether the role of a URL may change or delete events. The owner of the log may; the service's role should not. */
export const canDatabaseRoleChangeEvents = (url: string): TE.TaskEither<StoreUnavailable, boolean> =>
  pipe(
    queryOnOwnConnection(url)<{ readonly may: boolean }>(privilegeQuery),
    TE.map((row) => row?.may === true),
  )
