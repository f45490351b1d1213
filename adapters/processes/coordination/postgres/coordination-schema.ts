import type { SchemaSteps } from '../../../stores/postgres/migrate-postgres-schema'
import * as firstCoordination from './migrations/0001-coordination'
import * as epochSteps from './migrations/0002-epoch-steps'

export const coordinationSchema: SchemaSteps = {
  schema: 'coordination',
  steps: { '0001-coordination': firstCoordination, '0002-epoch-steps': epochSteps },
}
