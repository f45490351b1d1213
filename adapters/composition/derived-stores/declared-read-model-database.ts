import { allReadModels } from '../../../projections/all-read-models'
import type { ReadModelTable } from '../../../projections/read-model/define-table'
import {
  notErasedAsNobodyIsNamed,
  erasedByPurgeFrom,
  type ColumnContent,
  type DeclaredDatabase,
  type DeclaredTable,
} from '../../../retention/derived-stores/derived-store'
import { indexesOfTable } from '../../stores/readmodels/sqlite/statements-to-create-table'

const contentOf = ({ role, class: name }: ReadModelTable['columns'][string]): ColumnContent => {
  if (role !== 'purgedWith') return role
  // `test/laws/registered-read-models.test.ts` checks that each of these columns names its class.
  return { purgedWith: name ?? 'any class' }
}

const declaredTable = (table: ReadModelTable): DeclaredTable => {
  const columns = Object.entries(table.columns).map(([name, column]) => [name, contentOf(column)] as const)
  return {
    name: table.name,
    columns: Object.fromEntries(columns),
    indexes: indexesOfTable(table),
    erasure: columns.some(([, content]) => content !== 'open')
      ? erasedByPurgeFrom('read models')
      : notErasedAsNobodyIsNamed,
  }
}

/** The file of the read models. What its columns hold, and how rows are purged, follow from the tables of the models. */
export const declaredReadModelDatabase: DeclaredDatabase = {
  name: 'views/views.db',
  tables: [
    {
      name: 'models',
      columns: { name: 'open', version: 'open', tables: 'open' },
      indexes: {},
      erasure: notErasedAsNobodyIsNamed,
    },
    {
      name: 'checkpoints',
      columns: { name: 'open', log: 'open', position: 'open' },
      indexes: {},
      erasure: notErasedAsNobodyIsNamed,
    },
    ...allReadModels.flatMap(({ tables }) => tables).map(declaredTable),
  ],
}
