import type { TaskEither } from 'fp-ts/TaskEither'
import { escapeIdentifier, type Pool } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeError } from '../store-error'
import { byItself } from './by-itself'
import type { Steps } from './migrate'
import { usualPool } from './open-pool'
import { openSchema } from './open-schema'

/** Two roles of the server, which exist already: the service's own, and one that only reads. */
export interface Roles {
  readonly service: string
  readonly auditor: string
}

/** Whom to give rights, and in which database, by names that are quoted. */
export interface Names extends Roles {
  readonly database: string
}

/** Statements that give two roles what they need of a schema and no more. */
export type Grants = (names: Names) => string

const there =
  'SELECT rolname AS name, rolsuper OR rolname = current_user AS owns FROM pg_roles WHERE rolname = ANY ($1)'

/** Roles that exist, and may do no more than they are given. Rejects with an Error that is also a StoreUnavailable. */
const areFit = async (pool: Pool, { service, auditor }: Roles): Promise<void> => {
  const { rows } = await pool.query<{ readonly name: string; readonly owns: boolean }>(there, [[service, auditor]])
  for (const role of [service, auditor]) {
    const found = rows.find(({ name }) => name === role)
    const reason =
      found === undefined
        ? `there is no role ${role}; make it by CREATE ROLE`
        : `the role ${role} may do everything already; make one that owns nothing`
    if (found?.owns !== false) throw storeError({ _tag: 'StoreUnavailable', reason })
  }
}

const namesFor = async (pool: Pool, { service, auditor }: Roles): Promise<Names> => {
  const { rows } = await pool.query<{ readonly database: string }>('SELECT current_database() AS database')
  const quoted = (name: string | undefined) => escapeIdentifier(name ?? '')
  return { service: quoted(service), auditor: quoted(auditor), database: quoted(rows[0]?.database) }
}

/** Who is not let in does not see the locks of a database either, nor makes temporary tables in it. */
const letNobodyIn = ({ database }: Names): string => `
  REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC;`

/** As the owner whose URL it is: makes a schema where it is missing, and gives roles their rights to it. Idempotent. */
export type Grant = (roles: Roles) => (ownersUrl: string) => TaskEither<StoreUnavailable, void>

/** Rights are given in one transaction. */
export const grant =
  (schema: Steps, grants: Grants): Grant =>
  (roles) =>
  (ownersUrl) =>
    byItself(openSchema(schema)({ ...usualPool, connections: 1 })(ownersUrl))(async (pool) => {
      await areFit(pool, roles)
      const names = await namesFor(pool, roles)
      await pool.query(letNobodyIn(names) + grants(names))
    })
