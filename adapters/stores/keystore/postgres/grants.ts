import { grant, type Grants } from '../../postgres/grant'
import { keysSchema } from './schema'

/**
 * The service owns the table of keys, because only an owner may vacuum and rewrite it; it owns nothing else, and can
 * make nothing in the schema. An auditor has no business here: the role gets nothing.
 */
const grants: Grants = ({ service, database }) => `
  GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${service};
  REVOKE ALL ON SCHEMA keystore FROM PUBLIC;
  GRANT USAGE, CREATE ON SCHEMA keystore TO ${service};
  ALTER TABLE keystore.keys OWNER TO ${service};
  REVOKE CREATE ON SCHEMA keystore FROM ${service};
  GRANT SELECT ON keystore.migrations TO ${service};
  GRANT SELECT, INSERT ON keystore.library TO ${service};
`

/** Gives the service's role what it needs of a key store, and makes it where it is missing. */
export const grantKeys = grant(keysSchema, grants)
