/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import {
  allDerivedStores,
  declaredDatabasesOfFolder,
} from '../../../adapters/composition/derived-stores/all-derived-stores'
import type * as OpenDatabase from '../../../adapters/stores/sqlite/open-sqlite-database'
import { openDisposableDatabase, type SqliteDatabase } from '../../../adapters/stores/sqlite/open-sqlite-database'
import { disposableDatabaseSettings } from '../../../adapters/stores/sqlite/sqlite-settings'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { acquireOneCopy } from '../../e2e/use-case-steps'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { undeclaredParts, type RealTable } from './undeclared-parts'

/** The keys of the encrypted files that were opened, by file. */
const recordedKeys = new Map<string, Buffer>()

jest.mock('../../../adapters/stores/sqlite/open-sqlite-database', () => {
  const original = jest.requireActual<typeof OpenDatabase>('../../../adapters/stores/sqlite/open-sqlite-database')
  return {
    ...original,
    openDisposableDatabase:
      (key: Uint8Array): typeof original.openDurableDatabase =>
      (settings) =>
      (file) => {
        recordedKeys.set(file, Buffer.from(key))
        return original.openDisposableDatabase(key)(settings)(file)
      },
  }
})

/** The tables that SQLite keeps for itself, and the indexes that it makes for keys, begin with this. */
const ownName = 'sqlite_%'

const indexesOf = (db: SqliteDatabase, table: string): RealTable['indexes'] => {
  const names = db
    .prepare<[string, string], string>(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND name NOT LIKE ?",
    )
    .pluck()
    .all(table, ownName)
  const columnsOf = db.prepare<[string], string>('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck()
  return Object.fromEntries(names.map((name) => [name, columnsOf.all(name)]))
}

const realTables = (db: SqliteDatabase): ReadonlyArray<RealTable> =>
  db
    .prepare<[string], string>("SELECT name FROM sqlite_master WHERE type NOT IN ('index') AND name NOT LIKE ?")
    .pluck()
    .all(ownName)
    .map((name) => ({
      name,
      columns: db.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?)').pluck().all(name),
      indexes: indexesOf(db, name),
    }))

const open = (root: string, file: string): SqliteDatabase => {
  if (!file.startsWith('views/')) return new Database(path.join(root, file))
  const at = path.join(root, file)
  // A thread opens the trees, under the key of the schedule.
  const key = recordedKeys.get(at) ?? recordedKeys.get(path.join(root, 'views/schedule.db')) ?? Buffer.alloc(32)
  return rightOrThrow(openDisposableDatabase(key)(disposableDatabaseSettings)(at))
}

const inNewLibrary = (use: (root: string, filesWhileOpen: ReadonlyArray<string>) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (root) => {
    const library = await openLibraryIn(root)
    await acquireOneCopy(library)
    expect(rightOrThrow(await library.transparency!.signHeadOfCirculation())?.size).toBeGreaterThan(0)
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    await library.close()
    await use(root, files)
  })

describe('the registry of derived stores', () => {
  it('declares every column of every table and index in each database of a new library, and no others', () =>
    inNewLibrary((root) => {
      for (const database of declaredDatabasesOfFolder) {
        const db = open(root, database.name)
        expect([database.name, undeclaredParts(database, realTables(db))]).toEqual([database.name, []])
        db.close()
      }
      return Promise.resolve()
    }))

  it('declares every file of a new library', () =>
    inNewLibrary((_, files) => {
      const declared = [...declaredDatabasesOfFolder, ...allDerivedStores.files].map(({ name }) => name)
      const names = files.map((file) =>
        file
          .replace(/-(wal|shm)$/, '')
          .replace(/-\d+\.json$/, '-N.json')
          .replace(/(?<=^ring-heads\/)[a-z]+\/\d+$/, 'LOG/SIZE'),
      )
      expect(names).toContain('ring-heads/LOG/SIZE')
      expect(names.filter((name) => !declared.includes(name))).toEqual([])
      expect(names.length).toBeGreaterThan(10)
      return Promise.resolve()
    }))

  it('names a column, an index, a table or a view that it lacks', () =>
    inNewLibrary((root) => {
      const schedule = declaredDatabasesOfFolder.find(({ name }) => name === 'views/schedule.db')!
      const db = open(root, schedule.name)
      db.exec('ALTER TABLE closed ADD COLUMN borrower_name TEXT')
      db.exec('CREATE INDEX closed_name ON closed (borrower_name)')
      db.exec('CREATE TABLE recent_look_ups (card TEXT)')
      db.exec('CREATE VIEW names AS SELECT borrower_name FROM closed')
      expect(undeclaredParts(schedule, realTables(db))).toEqual([
        'not declared: column closed.borrower_name',
        'not declared: index closed_name',
        'not declared: table recent_look_ups',
        'not declared: table names',
      ])
      db.close()
      return Promise.resolve()
    }))
})

describe('a declared table', () => {
  const tables = allDerivedStores.databases.flatMap(({ name, tables: all }) =>
    all.map((table) => ({ ...table, place: `${name}: ${table.name}` })),
  )
  const placesOf = (chosen: typeof tables) => chosen.map(({ place }) => place)
  const contents = ({ columns }: (typeof tables)[number]) => Object.values(columns)

  it('with a personal column is purged from, by the id of a scope in one of its columns', () => {
    const personal = tables.filter((table) => contents(table).includes('personal'))
    expect(personal.length).toBeGreaterThan(5)
    const isPurged = (table: (typeof tables)[number]) =>
      table.erasure._tag === 'Purged' && contents(table).some((content) => typeof content === 'object')
    expect(placesOf(personal.filter((table) => !isPurged(table)))).toEqual([])
  })

  it('that names nobody has only open columns', () => {
    const open = tables.filter(({ erasure }) => erasure._tag === 'NamesNobody')
    expect(placesOf(open.filter((table) => contents(table).some((content) => content !== 'open')))).toEqual([])
  })

  it('with sealed parts or wrapped keys ends with the key', () => {
    const sealed = tables.filter((table) =>
      contents(table).some((content) => content === 'sealed' || content === 'wrappedKey'),
    )
    expect(sealed.length).toBeGreaterThan(3)
    expect(placesOf(sealed.filter(({ erasure }) => erasure._tag !== 'KeyDestroyed'))).toEqual([])
  })
})
