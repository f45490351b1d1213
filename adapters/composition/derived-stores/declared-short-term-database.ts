import { erasedByPurgeFrom, type DeclaredDatabase } from '../../../retention/derived-stores/derived-store'
import { migrationsTable } from './migrations-table'

/** The short-term store of a cluster on PostgreSQL: the schema `short_term`. Its table is unlogged. */
export const declaredShortTermDatabase: DeclaredDatabase = {
  name: 'PostgreSQL, short_term',
  tables: [
    {
      name: 'entries',
      columns: { id: 'sealedInEpoch', ends_at: 'open', content: 'sealedInEpoch' },
      indexes: {},
      erasure: erasedByPurgeFrom('short-term store'),
    },
    migrationsTable,
  ],
}
