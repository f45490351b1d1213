import { migrationsTable } from './migrations-table'
import {
  notErasedAsNobodyIsNamed,
  type DeclaredDatabase,
  type DeclaredTable,
} from '../../../retention/derived-stores/derived-store'

const table = (name: string, ...columns: ReadonlyArray<string>): DeclaredTable => ({
  name,
  columns: Object.fromEntries(columns.map((column) => [column, 'open'])),
  indexes: {},
  erasure: notErasedAsNobodyIsNamed,
})

/** What the processes of a cluster share on PostgreSQL: the schema `coordination`. No row is about a person. */
export const declaredCoordinationDatabase: DeclaredDatabase = {
  name: 'PostgreSQL, coordination',
  tables: [
    table('leases', 'name', 'token', 'until'),
    table('checkpoints', 'reactor', 'position'),
    table('processes', 'process', 'folder', 'answered', 'until', 'epoch_step'),
    table('question', 'number', 'about', 'alone'),
    table('epoch_step', 'number', 'step', 'epoch', 'fingerprint', 'alone'),
    table('secrets', 'folder', 'secret'),
    migrationsTable,
  ],
}
