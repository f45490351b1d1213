import { notErasedAsNobodyIsNamed, type DeclaredTable } from '../../../retention/derived-stores/derived-store'

/** The steps that a schema of PostgreSQL has made, with the time of each: it tells when a release was installed. */
export const migrationsTable: DeclaredTable = {
  name: 'migrations',
  columns: { id: 'open', name: 'open', run_on: 'open' },
  indexes: {},
  erasure: notErasedAsNobodyIsNamed,
}
