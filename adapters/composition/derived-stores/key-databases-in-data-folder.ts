import { migrationsTable } from './migrations-table'
import {
  erasureByKeyDestruction,
  notErasedAsNobodyIsNamed,
  type DeclaredDatabase,
  type DeclaredTable,
} from '../../../retention/derived-stores/derived-store'

/** A fenced row keeps the id of its scope, a fingerprint and the id of the certificate. None names a person. */
const keyColumns = {
  scope: 'open',
  class: 'open',
  version: 'open',
  epoch: 'open',
  fingerprint: 'open',
  certificate: 'open',
} as const

const tables: ReadonlyArray<DeclaredTable> = [
  { name: 'library', columns: { id: 'open' }, indexes: {}, erasure: notErasedAsNobodyIsNamed },
  { name: 'keys', columns: { ...keyColumns, slot: 'open' }, indexes: {}, erasure: notErasedAsNobodyIsNamed },
  { name: 'oldest_epoch', columns: { epoch: 'open' }, indexes: {}, erasure: notErasedAsNobodyIsNamed },
  { name: 'slots', columns: { slot: 'open', wrapped: 'wrappedKey' }, indexes: {}, erasure: erasureByKeyDestruction },
]

/** The key stores in a data folder. */
export const keyDatabasesInDataFolder: ReadonlyArray<DeclaredDatabase> = [
  { name: 'keys/keys-circulation.db', tables },
  { name: 'keys/keys-persons.db', tables },
]

/** The key store on PostgreSQL: the schema `keystore`. The partitions of `keys` are tables with the same columns. */
export const declaredPostgresKeyDatabase: DeclaredDatabase = {
  name: 'PostgreSQL, keystore',
  tables: [
    { name: 'library', columns: { id: 'open', alone: 'open' }, indexes: {}, erasure: notErasedAsNobodyIsNamed },
    {
      name: 'oldest_epoch',
      columns: { epoch: 'open', alone: 'open' },
      indexes: {},
      erasure: notErasedAsNobodyIsNamed,
    },
    { name: 'keys', columns: { ...keyColumns, wrapped: 'wrappedKey' }, indexes: {}, erasure: erasureByKeyDestruction },
    { name: 'partitions', columns: { lower: 'open', upper: 'open' }, indexes: {}, erasure: notErasedAsNobodyIsNamed },
    migrationsTable,
  ],
}
