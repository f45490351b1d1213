import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyCount } from '../../../../retention/keys/key-store'
import { uuidToBytes } from '../../../../retention/sealing/uuid-bytes'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { sqlParameterHiddenFromPlanner } from '../../sqlite/sql-parameter-hidden-from-planner'
import { createFreedKeyBufferOverwriter } from './freed-key-buffer-overwriter'
import { decodeScopeColumns, decodeSqliteKeyRow, type ScopeColumns, type SqliteKeyRow } from './sqlite-key-row'

const lowestScopeId = Buffer.alloc(0)
const selectKeys = 'SELECT keys.*, slots.wrapped FROM keys LEFT JOIN slots ON slots.slot = keys.slot'

/** The pages that a reader of a key store has in memory. The operating system caches the file anyway. */
const maxCachedPages = 32

/** So many slots are on more pages than the reader has in memory: a page of 1024 bytes has nine slots. */
const slotsOnAllCachedPages = 9 * 3 * maxCachedPages

/**
 * The reads of the tables. Each call is one short read, so that none prevents the emptying of the write-ahead log. Each
 * throws what the driver throws.
 */
export const prepareKeyReads = (db: SqliteDatabase) => {
  db.pragma(`cache_size = ${String(maxCachedPages)}`)
  const find = db.prepare<[Buffer], SqliteKeyRow>(`${selectKeys} WHERE scope = ?`)
  const page = db.prepare<[Buffer, number], SqliteKeyRow>(
    `${selectKeys} WHERE scope > ? ORDER BY scope LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  const livingPage = db.prepare<[Buffer, number], SqliteKeyRow>(
    `${selectKeys} WHERE scope > ? AND keys.slot IS NOT NULL ORDER BY scope LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  const livingScopes = db.prepare<[Buffer, number], ScopeColumns>(
    `SELECT scope, class FROM keys WHERE scope > ? AND slot IS NOT NULL ORDER BY scope LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  const olderPage = db.prepare<[Buffer, number, number], SqliteKeyRow>(
    `${selectKeys} WHERE scope > ? AND keys.slot IS NOT NULL AND epoch < ? ORDER BY scope LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  const count = db.prepare<[], KeyCount>('SELECT count(slot) AS living, count(*) - count(slot) AS fenced FROM keys')
  const oldest = db.prepare<[], number | null>('SELECT min(epoch) FROM keys WHERE slot IS NOT NULL').pluck()
  /** Reads pages and copies nothing out of them: a tenth of the time that reading the rows takes. */
  const readPagesOfSlots = db
    .prepare<[number], number>(
      `SELECT sum(length(wrapped)) FROM (SELECT wrapped FROM slots LIMIT ${sqlParameterHiddenFromPlanner})`,
    )
    .pluck()
  const overwriteFreed = createFreedKeyBufferOverwriter(db)
  return {
    /**
     * Overwrites the pages that are in memory, and what reads left in freed memory, with other pages: those in memory may
     * hold wrapped keys as they were before they were destroyed.
     */
    overwriteCachedPages: (): void => {
      readPagesOfSlots.get(slotsOnAllCachedPages)
      overwriteFreed()
    },
    find: (scope: ScopeId): ReadonlyArray<KeyRow> => {
      const columns = find.get(uuidToBytes(scope))
      return columns === undefined ? [] : decodeSqliteKeyRow(columns)
    },
    page: (after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
      page.all(after === undefined ? lowestScopeId : uuidToBytes(after), limit).flatMap(decodeSqliteKeyRow),
    oldestEpoch: (): number | undefined => oldest.get() ?? undefined,
    livingPage: (after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
      livingPage.all(after === undefined ? lowestScopeId : uuidToBytes(after), limit).flatMap(decodeSqliteKeyRow),
    livingScopes: (after: ScopeId | undefined, limit: number): ReadonlyArray<PartScope> =>
      livingScopes.all(after === undefined ? lowestScopeId : uuidToBytes(after), limit).flatMap(decodeScopeColumns),
    /** At most `limit` living rows of an epoch before this one. */
    olderPage: (after: ScopeId | undefined, epoch: Epoch, limit: number): ReadonlyArray<LivingKeyRow> =>
      olderPage
        .all(after === undefined ? lowestScopeId : uuidToBytes(after), epoch, limit)
        .flatMap(decodeSqliteKeyRow)
        .filter((row) => row._tag === 'Living'),
    count: (): KeyCount => count.get() ?? { living: 0, fenced: 0 },
  }
}
