import { grant, type Grants } from '../../postgres/grant'
import { coordinationSchema } from './schema'

/**
 * The service moves leases and checkpoints, and deletes neither; which processes there are comes and goes. The auditor
 * has no business here.
 */
const grants: Grants = ({ service }) => `
  REVOKE ALL ON SCHEMA coordination FROM PUBLIC;
  GRANT USAGE ON SCHEMA coordination TO ${service};
  GRANT SELECT, INSERT, UPDATE ON coordination.leases, coordination.checkpoints TO ${service};
  GRANT SELECT, INSERT, UPDATE, DELETE ON coordination.processes TO ${service};
  GRANT SELECT ON coordination.migrations TO ${service};
`

/** Gives the service's role what it needs to coordinate, and makes it where it is missing. */
export const grantCoordination = grant(coordinationSchema, grants)
