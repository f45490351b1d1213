import type { TaskEither } from 'fp-ts/TaskEither'
import { escapeIdentifier, type Pool } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { throwableStoreError } from '../throwable-store-error'
import { withTemporaryPool } from './with-temporary-pool'
import type { SchemaSteps } from './migrate-postgres-schema'
import { defaultPoolSettings } from './open-pool'
import { openMigratedPool } from './open-migrated-pool'

/** Two existing roles of the server: the one of the service, and one that only reads. */
export interface DatabaseRoles {
  readonly service: string
  readonly auditor: string
}

/** The roles and their database, as quoted identifiers. */
interface QuotedNames extends DatabaseRoles {
  readonly database: string
}

/** The statements that grant the roles their rights to a schema. */
export type GrantStatements = (names: QuotedNames) => string

const selectRoles =
  'SELECT rolname AS name, rolsuper OR rolname = current_user AS owns FROM pg_roles WHERE rolname = ANY ($1)'

/** Checks that the roles exist and are neither superuser nor owner. Rejects with an Error that is a StoreUnavailable. */
const requireUsableRoles = async (pool: Pool, { service, auditor }: DatabaseRoles): Promise<void> => {
  const { rows } = await pool.query<{ readonly name: string; readonly owns: boolean }>(selectRoles, [
    [service, auditor],
  ])
  for (const role of [service, auditor]) {
    const found = rows.find(({ name }) => name === role)
    const reason =
      found === undefined
        ? `there is no role ${role}: make it with CREATE ROLE`
        : `the role ${role} is a superuser or the owner: make a role that owns nothing`
    if (found?.owns !== false) throw throwableStoreError({ _tag: 'StoreUnavailable', reason })
  }
}

const quotedNamesFor = async (pool: Pool, { service, auditor }: DatabaseRoles): Promise<QuotedNames> => {
  const { rows } = await pool.query<{ readonly database: string }>('SELECT current_database() AS database')
  const quoted = (name: string | undefined) => escapeIdentifier(name ?? '')
  return { service: quoted(service), auditor: quoted(auditor), database: quoted(rows[0]?.database) }
}

/** Without CONNECT, other roles can neither see the locks of the database nor make temporary tables in it. */
const revokePublicAccess = ({ database }: QuotedNames): string => `
  REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC;`

/** With the URL of the owner: makes a schema if it is missing, and grants roles their rights to it. Idempotent. */
export type GrantDatabaseRights = (roles: DatabaseRoles) => (ownersUrl: string) => TaskEither<StoreUnavailable, void>

/** Grants all rights in one transaction. */
export const grantDatabaseRights =
  (schema: SchemaSteps, grants: GrantStatements): GrantDatabaseRights =>
  (roles) =>
  (ownersUrl) =>
    withTemporaryPool(openMigratedPool(schema)({ ...defaultPoolSettings, maxConnections: 1 })(ownersUrl))(
      async (pool) => {
        await requireUsableRoles(pool, roles)
        const names = await quotedNamesFor(pool, roles)
        await pool.query(revokePublicAccess(names) + grants(names))
      },
    )
