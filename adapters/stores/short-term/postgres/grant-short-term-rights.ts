import { grantDatabaseRights, type GrantStatements } from '../../postgres/grant-database-rights'
import { shortTermSchema } from './short-term-schema'

/** The service reads, writes and rewrites the entries. The auditor has no rights here. */
const shortTermGrants: GrantStatements = ({ service, database }) => `
  GRANT CONNECT ON DATABASE ${database} TO ${service};
  REVOKE ALL ON SCHEMA short_term FROM PUBLIC;
  GRANT USAGE ON SCHEMA short_term TO ${service};
  GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON short_term.entries TO ${service};
  GRANT EXECUTE ON FUNCTION short_term.rewrite(integer) TO ${service};
  GRANT SELECT ON short_term.migrations TO ${service};
`

/** Grants the role of the service its rights on the short-term store, and makes its missing table. */
export const grantShortTermRights = grantDatabaseRights(shortTermSchema, shortTermGrants)
