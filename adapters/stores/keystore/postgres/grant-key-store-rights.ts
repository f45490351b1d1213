import { grantDatabaseRights, type GrantStatements } from '../../postgres/grant-database-rights'
import { keyStoreSchema } from './key-store-schema'

/**
 * The service's role owns the table of keys and its partitions, because only the owner may vacuum and rewrite them. It
 * owns nothing else and cannot make tables in the schema: a function makes empty partitions for it. The auditor's role gets no
 * rights here.
 */
const grantStatements: GrantStatements = ({ service, database }) => `
  GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${service};
  REVOKE ALL ON SCHEMA keystore FROM PUBLIC;
  GRANT USAGE, CREATE ON SCHEMA keystore TO ${service};
  ALTER TABLE keystore.keys OWNER TO ${service};
  SELECT keystore.give_partitions();
  REVOKE CREATE ON SCHEMA keystore FROM ${service};
  GRANT EXECUTE ON FUNCTION keystore.make_halves(uuid, uuid) TO ${service};
  GRANT SELECT ON keystore.partitions, keystore.migrations TO ${service};
  GRANT SELECT, UPDATE ON keystore.oldest_epoch TO ${service};
  GRANT SELECT, INSERT ON keystore.library TO ${service};
`

/** Makes the key store's schema if it is missing, and grants the role of the service its rights to it. */
export const grantKeyStoreRights = grantDatabaseRights(keyStoreSchema, grantStatements)
