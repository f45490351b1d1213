import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyCount } from '../../../../retention/keys/key-store'
import { codeOfScopeClass } from '../../../../retention/sealing/scope-class-codes'
import { uuidToBytes } from '../../../../retention/sealing/uuid-bytes'
import type { Db } from '../../sqlite/open-database'
import { opaqueParameter } from '../../sqlite/opaque-parameter'
import { decodeSqliteKeyRow, type SqliteKeyRow } from './sqlite-key-row'
import { keySlots } from './key-slots'

const lowestScopeId = Buffer.alloc(0)
const selectKeys = 'SELECT keys.*, slots.wrapped FROM keys LEFT JOIN slots ON slots.slot = keys.slot'

/** The reads and writes of the tables, one row at a time. Each throws what the driver throws. */
export const prepareKeyStatements = (db: Db) => {
  const slots = keySlots(db)
  const slotOf = db.prepare<[Buffer], number | null>('SELECT slot FROM keys WHERE scope = ?').pluck()
  const add = db.prepare('INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, NULL)')
  const find = db.prepare<[Buffer], SqliteKeyRow>(`${selectKeys} WHERE scope = ?`)
  const fence = db.prepare(
    `INSERT INTO keys VALUES (?, ?, 0, 0, NULL, x'', ?)
     ON CONFLICT (scope) DO UPDATE SET slot = NULL, certificate = coalesce(certificate, excluded.certificate)`,
  )
  const page = db.prepare<[Buffer, number], SqliteKeyRow>(
    `${selectKeys} WHERE scope > ? ORDER BY scope LIMIT ${opaqueParameter}`,
  )
  const replace = db.prepare('UPDATE keys SET version = ?, epoch = ?, slot = ?, fingerprint = ? WHERE scope = ?')
  const remove = db.prepare('DELETE FROM keys WHERE scope = ?')
  const count = db.prepare<[], KeyCount>('SELECT count(slot) AS living, count(*) - count(slot) AS fenced FROM keys')
  /** Destroys the wrapped key of a scope; false when there is none. */
  const destroyKey = (scope: Buffer): boolean => {
    const slot = slotOf.get(scope)
    if (typeof slot === 'number') slots.empty(slot)
    return typeof slot === 'number'
  }
  return {
    /** Adds a row; false when the scope has one already. */
    add: (row: LivingKeyRow): boolean => {
      const scope = uuidToBytes(row.scope)
      if (slotOf.get(scope) !== undefined) return false
      add.run(scope, codeOfScopeClass(row.class), row.version, row.epoch, slots.fill(row.wrapped), row.fingerprint)
      return true
    },
    find: (scope: ScopeId): ReadonlyArray<KeyRow> => {
      const columns = find.get(uuidToBytes(scope))
      return columns === undefined ? [] : decodeSqliteKeyRow(columns)
    },
    fence: (part: PartScope, certificate: CertificateId) => {
      const scope = uuidToBytes(part.scope)
      destroyKey(scope)
      fence.run(scope, codeOfScopeClass(part.class), uuidToBytes(certificate))
    },
    page: (after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
      page.all(after === undefined ? lowestScopeId : uuidToBytes(after), limit).flatMap(decodeSqliteKeyRow),
    replace: (row: LivingKeyRow) => {
      const scope = uuidToBytes(row.scope)
      if (destroyKey(scope)) replace.run(row.version, row.epoch, slots.fill(row.wrapped), row.fingerprint, scope)
    },
    remove: (id: ScopeId) => {
      const scope = uuidToBytes(id)
      if (destroyKey(scope)) remove.run(scope)
    },
    count: (): KeyCount => count.get() ?? { living: 0, fenced: 0 },
    /** Reloads the cached slots after a rollback. */
    rolledBack: slots.reload,
  }
}

export type KeyStatements = ReturnType<typeof prepareKeyStatements>
