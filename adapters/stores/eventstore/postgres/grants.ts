import { grant, type Grants } from '../../postgres/grant'
import { logSchema } from './schema'

const append = 'log.append(text[], bigint[], integer[], uuid[], text[], integer[], text[], text[], bytea[])'

/**
 * The service reads, and writes by two functions that can neither change an event nor leave a gap; it may touch no
 * row of the table. The auditor reads. Whoever owns the schema can do anything: its URL is for migrations, and stays
 * out of the service's reach.
 */
const grants: Grants = ({ service, auditor, database }) => `
  GRANT CONNECT ON DATABASE ${database} TO ${service}, ${auditor};
  REVOKE ALL ON SCHEMA log FROM PUBLIC;
  GRANT USAGE ON SCHEMA log TO ${service}, ${auditor};
  GRANT SELECT ON log.events, log.migrations TO ${service}, ${auditor};
  GRANT EXECUTE ON FUNCTION ${append} TO ${service};
  GRANT EXECUTE ON FUNCTION log.rewrite() TO ${service};
`

/** Gives the service's role and the auditor's what they need of a log, and makes it where it is missing. */
export const grantLog = grant(logSchema, grants)
