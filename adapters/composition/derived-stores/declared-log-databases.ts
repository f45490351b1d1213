import { migrationsTable } from './migrations-table'
import {
  erasureByKeyDestruction,
  notErasedAsNobodyIsNamed,
  type DeclaredDatabase,
  type DeclaredTable,
} from '../../../retention/derived-stores/derived-store'

/** Sealed parts are under the keys of their scopes; all other columns name no person and are kept for ever. */
const events: DeclaredTable = {
  name: 'events',
  columns: {
    position: 'open',
    stream: 'open',
    revision: 'open',
    id: 'open',
    type: 'open',
    version: 'open',
    recorded: 'open',
    open: 'open',
    sealed: 'sealed',
    code: 'open',
  },
  indexes: { events_by_stream: ['stream', 'revision'] },
  erasure: erasureByKeyDestruction,
}

const tables: ReadonlyArray<DeclaredTable> = [
  { name: 'streams', columns: { id: 'open', name: 'open' }, indexes: {}, erasure: notErasedAsNobodyIsNamed },
  events,
  {
    name: 'checkpoints',
    columns: { reactor: 'open', position: 'open' },
    indexes: {},
    erasure: notErasedAsNobodyIsNamed,
  },
]

/** The logs in a data folder. */
export const declaredLogDatabases: ReadonlyArray<DeclaredDatabase> = [
  { name: 'circulation.db', tables },
  { name: 'persons.db', tables },
]

/** A log on PostgreSQL: the schema `log`. */
export const declaredLogDatabase: DeclaredDatabase = {
  name: 'PostgreSQL, log',
  tables: [
    { ...events, indexes: { events_by_stream: ['stream', 'revision', 'id', 'position'] } },
    { name: 'turn', columns: {}, indexes: {}, erasure: notErasedAsNobodyIsNamed },
    {
      name: 'last_shuffle',
      columns: { times: 'open', after_position: 'open', before_position: 'open' },
      indexes: {},
      erasure: notErasedAsNobodyIsNamed,
    },
    migrationsTable,
  ],
}
