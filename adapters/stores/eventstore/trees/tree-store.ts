import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LogName } from '../../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { edgeOfEmptyTree, type TreeEdge } from '../../../../retention/transparency/tree/append-leaves'
import { hashLength } from '../../../../retention/transparency/tree/hashes'
import { tileWidth, widthOfTile, type ReadTile } from '../../../../retention/transparency/tree/tile'
import { inImmediateTransaction } from '../../sqlite/immediate-transaction'
import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'
import { openDisposableDatabase, type SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { removeDatabase } from '../../sqlite/sqlite-file-removal'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { disposableDatabaseSettings } from '../../sqlite/sqlite-settings'
import type { ClosingOfTree } from './closing-of-tree'
import type { BundleStart, Growth, TreeOfLog } from './grow-tree'
import { createTreeTablesSql } from './tree-schema'

/** The trees of both logs. They are disposable: they are computed from the logs again. Every function may throw as SQLite does. */
export interface TreeStore {
  readonly tree: (log: LogName) => TreeOfLog
  /** The tiles of a log; empty for one that is not there. */
  readonly readTile: (log: LogName) => ReadTile
  /** The last bundle that begins before a position or with the event after it. */
  readonly bundleBefore: (log: LogName, position: Position) => BundleStart | undefined
  readonly bundle: (log: LogName, index: number) => BundleStart | undefined
  readonly lastClosing: (log: LogName) => ClosingOfTree | undefined
  /** The next closings after a size, oldest first; some hundred at most. */
  readonly closingsAfter: (log: LogName, size: number) => ReadonlyArray<ClosingOfTree>
  /** Stores what a tree has grown by, all at once. */
  readonly grow: (log: LogName, growth: Growth) => void
  /** Makes the tree of a log empty. */
  readonly clear: (log: LogName) => void
  readonly close: () => void
}

const noHashes = new Uint8Array(0)

/** The partial tile of each level of a tree. */
const edgeOf = (readTile: ReadTile, size: number): TreeEdge => {
  const partialTiles: Uint8Array[] = []
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level++) {
    const index = Math.floor(size / tileWidth ** (level + 1))
    const width = widthOfTile(size, { level, index })
    partialTiles.push(width === 0 ? noHashes : readTile(level, index).subarray(0, width * hashLength))
  }
  return size === 0 ? edgeOfEmptyTree : { size, partialTiles }
}

const createTreeStore = (db: SqliteDatabase): TreeStore => {
  const tree = db.prepare<[LogName], { size: number; position: Position }>(
    'SELECT size, position FROM trees WHERE log = ?',
  )
  const putTree = db.prepare<[LogName, number, string]>('INSERT OR REPLACE INTO trees VALUES (?, ?, ?)')
  const tile = db
    .prepare<[LogName, number, number], Uint8Array>(
      'SELECT hashes FROM tiles WHERE log = ? AND level = ? AND number = ?',
    )
    .pluck()
  const putTile = db.prepare<[LogName, number, number, Uint8Array]>('INSERT OR REPLACE INTO tiles VALUES (?, ?, ?, ?)')
  const bundle = db.prepare<[LogName, number], BundleStart>(
    'SELECT number AS "index", after FROM bundles WHERE log = ? AND number = ?',
  )
  const bundleBefore = db.prepare<[LogName, string], BundleStart>(
    'SELECT number AS "index", after FROM bundles WHERE log = ? AND after < ? ORDER BY number DESC LIMIT 1',
  )
  const putBundle = db.prepare<[LogName, number, string]>('INSERT OR REPLACE INTO bundles VALUES (?, ?, ?)')
  const lastClosing = db.prepare<[LogName], ClosingOfTree>(
    'SELECT closed, size FROM closings WHERE log = ? ORDER BY size DESC LIMIT 1',
  )
  const closingsAfter = db.prepare<[LogName, number], ClosingOfTree>(
    'SELECT closed, size FROM closings WHERE log = ? AND size > ? ORDER BY size LIMIT 400',
  )
  const putClosing = db.prepare<[LogName, number, string]>('INSERT OR REPLACE INTO closings VALUES (?, ?, ?)')
  const inTransaction = inImmediateTransaction(db)
  const clears = ['trees', 'tiles', 'bundles', 'closings'].map((name) =>
    db.prepare<[LogName]>(`DELETE FROM ${name} WHERE log = ?`),
  )
  const readTile =
    (log: LogName): ReadTile =>
    (level, index) =>
      tile.get(log, level, index) ?? noHashes
  return {
    tree: (log) => {
      const { size, position } = tree.get(log) ?? { size: 0, position: '' as const }
      return { edge: edgeOf(readTile(log), size), position }
    },
    readTile,
    bundle: (log, index) => bundle.get(log, index),
    bundleBefore: (log, position) => bundleBefore.get(log, position),
    lastClosing: (log) => lastClosing.get(log),
    closingsAfter: (log, size) => closingsAfter.all(log, size),
    grow: (log, { edge, fullTiles, position, bundles, closings }) => {
      inTransaction(() => {
        for (const { level, index, hashes } of fullTiles) putTile.run(log, level, index, hashes)
        edge.partialTiles.forEach((hashes, level) => {
          if (hashes.length > 0) putTile.run(log, level, Math.floor(edge.size / tileWidth ** (level + 1)), hashes)
        })
        for (const { index, after } of bundles) putBundle.run(log, index, after)
        for (const { size, closed } of closings) putClosing.run(log, size, closed)
        putTree.run(log, edge.size, position)
      })
    },
    clear: (log) => {
      inTransaction(() => clears.forEach((clear) => clear.run(log)))
    },
    close: () => void db.close(),
  }
}

/** A thread writes the file: it may wait for the disk. A commit that a loss of power undoes is made again from the log. */
const openTreeFile = (key: Uint8Array, file: string): E.Either<StoreUnavailable, TreeStore> =>
  pipe(
    openDisposableDatabase(key)({ ...disposableDatabaseSettings, checkpointPages: 1000, secureDelete: 'off' })(file),
    E.flatMap(migrateSqliteSchema([createTreeTablesSql])),
    E.flatMap((db) =>
      E.tryCatch(() => {
        db.pragma('synchronous = normal')
        return createTreeStore(db)
      }, sqliteUnavailable),
    ),
  )

/** Opens the trees in an encrypted file. One that is missing, damaged or under another key is made anew. */
export const openTreeStore = (key: Uint8Array, file: string): E.Either<StoreUnavailable, TreeStore> =>
  pipe(
    openTreeFile(key, file),
    E.orElse(() => {
      removeDatabase(file)
      return openTreeFile(key, file)
    }),
  )
