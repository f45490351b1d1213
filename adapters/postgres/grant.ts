import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { escapeIdentifier } from 'pg'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import type { Steps } from './migrate'
import { usualPool } from './open-pool'
import { openSchema } from './open-schema'

/** Two roles of the server, which exist already: the service's own, and one that only reads. */
export interface Roles {
  readonly service: string
  readonly auditor: string
}

/** Statements that give two roles, whose names come quoted, what they need of a schema and no more. */
export type Grants = (roles: Roles) => string

/** As the owner whose URL it is: makes a schema where it is missing, and gives roles their rights to it. Idempotent. */
export type Grant = (roles: Roles) => (ownersUrl: string) => TE.TaskEither<StoreUnavailable, void>

/** Rights are given in one transaction. */
export const grant =
  (schema: Steps, grants: Grants): Grant =>
  (roles) =>
  (ownersUrl) =>
    pipe(
      openSchema(schema)({ ...usualPool, connections: 1 })(ownersUrl),
      TE.flatMap((pool) =>
        TE.tryCatch(async () => {
          const quoted = { service: escapeIdentifier(roles.service), auditor: escapeIdentifier(roles.auditor) }
          await pool.query(grants(quoted)).finally(() => pool.end())
        }, storeUnavailable),
      ),
    )
