import type { SchemaSteps } from '../../../stores/postgres/migrate-postgres-schema'
import * as firstCoordination from './migrations/0001-coordination'

export const coordinationSchema: SchemaSteps = {
  schema: 'coordination',
  steps: { '0001-coordination': firstCoordination },
}
