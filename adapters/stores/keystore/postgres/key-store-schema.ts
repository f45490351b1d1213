import type { SchemaSteps } from '../../postgres/migrate-postgres-schema'
import * as firstKeys from './migrations/0001-keys'
import * as oldestEpoch from './migrations/0002-oldest-epoch'
import * as partitions from './migrations/0003-partitions'

export const keyStoreSchema: SchemaSteps = {
  schema: 'keystore',
  steps: { '0001-keys': firstKeys, '0002-oldest-epoch': oldestEpoch, '0003-partitions': partitions },
}
