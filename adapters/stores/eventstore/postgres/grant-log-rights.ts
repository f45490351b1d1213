import { grantDatabaseRights, type GrantStatements } from '../../postgres/grant-database-rights'
import { postgresLogSchema } from './postgres-log-schema'

const appendSignature =
  'log.append(text[], bigint[], integer[], uuid[], text[], integer[], text[], text[], bytea[], bytea[])'

/**
 * The service's role reads, and writes only by three functions, which cannot change an event, remove one or leave a gap; it
 * has no right to change rows of a table. One of them shuffles events: it cannot bring a stream out of order. The auditor's
 * role reads. The owner of the schema can do anything: its URL is for migrations only, and the service does not get it.
 */
const grantStatements: GrantStatements = ({ service, auditor, database }) => `
  GRANT CONNECT ON DATABASE ${database} TO ${service}, ${auditor};
  REVOKE ALL ON SCHEMA log FROM PUBLIC;
  GRANT USAGE ON SCHEMA log TO ${service}, ${auditor};
  GRANT SELECT ON log.events, log.last_shuffle, log.migrations TO ${service}, ${auditor};
  GRANT EXECUTE ON FUNCTION ${appendSignature} TO ${service};
  GRANT EXECUTE ON FUNCTION log.rewrite() TO ${service};
  GRANT EXECUTE ON FUNCTION log.shuffle(bigint, bigint, bigint[], bigint[]) TO ${service};
`

/** Makes the log's schema if it is missing, and grants the roles of the service and the auditor their rights to it. */
export const grantLogRights = grantDatabaseRights(postgresLogSchema, grantStatements)
