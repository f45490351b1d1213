import { declaredServerDatabases } from '../../../adapters/composition/derived-stores/all-derived-stores'
import { openPostgresCoordination } from '../../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { openPostgresLog } from '../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { createMemoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { openPostgresKeyStore } from '../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import { openPostgresShortTermRows } from '../../../adapters/stores/short-term/postgres/open-postgres-short-term-rows'
import { machineMonotonicClock } from '../../../adapters/system/clock/machine-monotonic-clock'
import { withPostgres } from '../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { undeclaredParts, type RealTable } from './undeclared-parts'

/** Without the partitions of a table, which have its columns. */
const columnsOf = (schema: string) => `
  SELECT c.relname AS name, coalesce(array_agg(a.attname::text) FILTER (WHERE a.attname IS NOT NULL), '{}') AS columns
  FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = '${schema}'::regnamespace AND c.relkind NOT IN ('i', 'I', 'S', 'c')
    AND NOT c.relispartition GROUP BY c.relname`

/** Without the indexes of primary keys, which hold columns of their table. */
const indexesOf = (schema: string) => `
  SELECT t.relname AS table, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = '${schema}'::regnamespace AND NOT i.indisprimary GROUP BY 1, 2`

type Row = Readonly<Record<string, unknown>>

withPostgres((server) => {
  describe('the registry of derived stores', () => {
    it('declares every column of every table and index on PostgreSQL', async () => {
      const url = await server().createDatabase()
      await rightOrThrow(await openPostgresLog(url)()).close()
      await rightOrThrow(await openPostgresKeyStore(createMemoryKekRing().library)(url)()).close()
      await rightOrThrow(await openPostgresCoordination(machineMonotonicClock)(url)()).close()
      await rightOrThrow(await openPostgresShortTermRows(url)()).close()
      for (const database of declaredServerDatabases) {
        const schema = database.name.replace('PostgreSQL, ', '')
        const indexes: ReadonlyArray<Row> = await server().runStatements(url, indexesOf(schema))
        const tables: ReadonlyArray<Row> = await server().runStatements(url, columnsOf(schema))
        const real = tables.map(({ name, columns }): RealTable => ({
          name: String(name),
          columns: columns as ReadonlyArray<string>,
          indexes: Object.fromEntries(
            indexes
              .filter(({ table }) => table === name)
              .map((index) => [String(index['name']), index['columns'] as ReadonlyArray<string>]),
          ),
        }))
        expect([schema, undeclaredParts(database, real)]).toEqual([schema, []])
      }
    })
  })
})
