import type { SchemaSteps } from '../../postgres/migrate-postgres-schema'
import * as firstKeys from './migrations/0001-keys'

export const keyStoreSchema: SchemaSteps = { schema: 'keystore', steps: { '0001-keys': firstKeys } }
