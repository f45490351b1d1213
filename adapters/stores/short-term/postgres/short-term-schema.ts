import type { SchemaSteps } from '../../postgres/migrate-postgres-schema'
import * as entries from './migrations/0001-entries'

export const shortTermSchema: SchemaSteps = { schema: 'short_term', steps: { '0001-entries': entries } }
