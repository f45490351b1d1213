import type { ReadModel } from '../../../../projections/read-model/read-model'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { inImmediateTransaction } from '../../sqlite/immediate-transaction'
import { dropTableStatement, statementsToCreateTable } from './statements-to-create-table'

const catalogueTables = [
  'CREATE TABLE IF NOT EXISTS models (name text PRIMARY KEY, version integer NOT NULL, tables text NOT NULL) STRICT',
  'CREATE TABLE IF NOT EXISTS checkpoints (name text, log text, position text NOT NULL, PRIMARY KEY (name, log)) STRICT, WITHOUT ROWID',
]

interface StoredModel {
  readonly name: string
  readonly version: number
  /** The names of its tables, as a JSON list. */
  readonly tables: string
}

const dropModel =
  (db: SqliteDatabase) =>
  ({ name, tables }: StoredModel): void => {
    for (const table of JSON.parse(tables) as ReadonlyArray<string>) db.exec(dropTableStatement(table))
    db.prepare('DELETE FROM models WHERE name = ?').run(name)
    db.prepare('DELETE FROM checkpoints WHERE name = ?').run(name)
  }

const createModel =
  (db: SqliteDatabase) =>
  ({ name, version, tables }: ReadModel): void => {
    for (const statement of tables.flatMap(statementsToCreateTable)) db.exec(statement)
    const names = JSON.stringify(tables.map((table) => table.name))
    db.prepare('INSERT INTO models (name, version, tables) VALUES (?, ?, ?)').run(name, version, names)
  }

/** Creates the tables of the read models; drops tables of another version, and of models that no longer exist. */
export const createOrReplaceReadModelTables = (db: SqliteDatabase, models: ReadonlyArray<ReadModel>): void => {
  for (const statement of catalogueTables) db.exec(statement)
  inImmediateTransaction(db)(() => {
    const stored = db.prepare('SELECT name, version, tables FROM models').all() as ReadonlyArray<StoredModel>
    const isSameVersion = (storedModel: StoredModel) => (model: ReadModel) =>
      model.name === storedModel.name && model.version === storedModel.version
    stored.filter((storedModel) => !models.some(isSameVersion(storedModel))).forEach(dropModel(db))
    models.filter((model) => !stored.some((storedModel) => isSameVersion(storedModel)(model))).forEach(createModel(db))
  })
}
