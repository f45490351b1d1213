import type { SchemaSteps } from '../../postgres/migrate-postgres-schema'
import * as firstLog from './migrations/0001-log'

export const logSchema: SchemaSteps = { schema: 'log', steps: { '0001-log': firstLog } }
