import { grantDatabaseRights, type GrantStatements } from '../../../stores/postgres/grant-database-rights'
import { coordinationSchema } from './coordination-schema'

/**
 * The service inserts and updates leases and checkpoints, and deletes neither. It also deletes rows of processes. It owns
 * the table of secrets, because only the owner may vacuum it. The auditor has no rights here.
 */
const coordinationGrants: GrantStatements = ({ service, database }) => `
  GRANT CONNECT ON DATABASE ${database} TO ${service};
  REVOKE ALL ON SCHEMA coordination FROM PUBLIC;
  GRANT USAGE ON SCHEMA coordination TO ${service};
  GRANT SELECT, INSERT, UPDATE ON coordination.leases, coordination.checkpoints TO ${service};
  GRANT SELECT, INSERT, UPDATE, DELETE ON coordination.processes TO ${service};
  GRANT SELECT, UPDATE ON coordination.question, coordination.epoch_step TO ${service};
  GRANT CREATE ON SCHEMA coordination TO ${service};
  ALTER TABLE coordination.secrets OWNER TO ${service};
  REVOKE CREATE ON SCHEMA coordination FROM ${service};
  GRANT SELECT ON coordination.migrations TO ${service};
`

/** Grants the role of the service its rights on the coordination tables, and makes missing tables. */
export const grantCoordinationRights = grantDatabaseRights(coordinationSchema, coordinationGrants)
