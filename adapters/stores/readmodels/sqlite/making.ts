import type { ReadModel } from '../../../../projections/kernel/read-model'
import type { Db } from '../../sqlite/open'
import { immediately } from '../../sqlite/transaction'
import { dropping, making, quoted } from './schema'

const books = [
  'CREATE TABLE IF NOT EXISTS models (name text PRIMARY KEY, version integer NOT NULL, tables text NOT NULL) STRICT',
  'CREATE TABLE IF NOT EXISTS checkpoints (name text, log text, position text NOT NULL, PRIMARY KEY (name, log)) STRICT, WITHOUT ROWID',
]

interface Made {
  readonly name: string
  readonly version: number
  /** The names of its tables, as a JSON list. */
  readonly tables: string
}

const drop =
  (db: Db) =>
  ({ name, tables }: Made): void => {
    for (const table of JSON.parse(tables) as ReadonlyArray<string>) db.exec(dropping(table))
    db.prepare('DELETE FROM models WHERE name = ?').run(name)
    db.prepare('DELETE FROM checkpoints WHERE name = ?').run(name)
  }

const make =
  (db: Db) =>
  ({ name, version, tables }: ReadModel): void => {
    for (const statement of tables.flatMap(making)) db.exec(statement)
    const names = JSON.stringify(tables.map((table) => table.name))
    db.prepare('INSERT INTO models (name, version, tables) VALUES (?, ?, ?)').run(name, version, names)
  }

/** Makes the tables of the read models: those of another version, or of a model that is no more, are thrown away. */
export const makeTables = (db: Db, models: ReadonlyArray<ReadModel>): void => {
  for (const statement of books) db.exec(statement)
  immediately(db)(() => {
    const made = db.prepare('SELECT name, version, tables FROM models').all() as ReadonlyArray<Made>
    const isOf = (one: Made) => (model: ReadModel) => model.name === one.name && model.version === one.version
    made.filter((one) => !models.some(isOf(one))).forEach(drop(db))
    models.filter((model) => !made.some((one) => isOf(one)(model))).forEach(make(db))
  })
}

/** Removes all rows of a read model. */
export const emptyTables = (db: Db, { tables }: ReadModel): void => {
  for (const { name } of tables) db.exec(`DELETE FROM ${quoted(name)}`)
}
