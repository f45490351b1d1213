import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { escapeIdentifier } from 'pg'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import { openPool, usualPool } from './open-pool'

/** Two roles of the server, which exist already: the service's own, and one that only reads. */
export interface Roles {
  readonly service: string
  readonly auditor: string
}

/** Statements that give two roles, whose names come quoted, what they need of a schema and no more. */
export type Grants = (roles: Roles) => string

/** Gives roles their rights, in one transaction, as the owner whose URL this is. Idempotent. */
export const grant =
  (grants: Grants) =>
  (roles: Roles) =>
  (ownersUrl: string): TE.TaskEither<StoreUnavailable, void> =>
    pipe(
      openPool({ ...usualPool, connections: 1 })(ownersUrl),
      TE.flatMap((pool) =>
        TE.tryCatch(async () => {
          const quoted = { service: escapeIdentifier(roles.service), auditor: escapeIdentifier(roles.auditor) }
          await pool.query(grants(quoted)).finally(() => pool.end())
        }, storeUnavailable),
      ),
    )
