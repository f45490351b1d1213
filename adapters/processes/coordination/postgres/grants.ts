import { grant, type Grants } from '../../../stores/postgres/grant'
import { coordinationSchema } from './schema'

/**
 * The service moves leases and checkpoints, and deletes neither; which processes there are comes and goes. It owns the
 * secrets of their files, because only an owner may vacuum. The auditor has no business here.
 */
const grants: Grants = ({ service, database }) => `
  GRANT CONNECT ON DATABASE ${database} TO ${service};
  REVOKE ALL ON SCHEMA coordination FROM PUBLIC;
  GRANT USAGE ON SCHEMA coordination TO ${service};
  GRANT SELECT, INSERT, UPDATE ON coordination.leases, coordination.checkpoints TO ${service};
  GRANT SELECT, INSERT, UPDATE, DELETE ON coordination.processes TO ${service};
  GRANT SELECT, UPDATE ON coordination.question TO ${service};
  GRANT CREATE ON SCHEMA coordination TO ${service};
  ALTER TABLE coordination.secrets OWNER TO ${service};
  REVOKE CREATE ON SCHEMA coordination FROM ${service};
  GRANT SELECT ON coordination.migrations TO ${service};
`

/** Gives the service's role what it needs to coordinate, and makes it where it is missing. */
export const grantCoordination = grant(coordinationSchema, grants)
