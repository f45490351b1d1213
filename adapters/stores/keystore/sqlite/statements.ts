import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { Part } from '../../../../domain/ports/keys'
import type { LivingRow } from '../../../../retention/keys/key-row'
import { codeOfClass } from '../../../../retention/sealing/class-codes'
import { uuidToBytes } from '../../../../retention/sealing/uuid-bytes'
import type { Db } from '../../sqlite/open'
import { slotsOf } from './slots'

/** What is written into the tables, one row at a time. Each throws what the driver throws. */
export const statements = (db: Db) => {
  const slots = slotsOf(db)
  const slotOf = db.prepare<[Buffer], number | null>('SELECT slot FROM keys WHERE scope = ?').pluck()
  const add = db.prepare('INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, NULL)')
  const fence = db.prepare(
    `INSERT INTO keys VALUES (?, ?, 0, 0, NULL, x'', ?)
     ON CONFLICT (scope) DO UPDATE SET slot = NULL, certificate = coalesce(certificate, excluded.certificate)`,
  )
  const replace = db.prepare('UPDATE keys SET version = ?, epoch = ?, slot = ?, fingerprint = ? WHERE scope = ?')
  const remove = db.prepare('DELETE FROM keys WHERE scope = ?')
  /** Destroys the wrapped key of a living scope; whether there was one. */
  const clear = (scope: Buffer): boolean => {
    const slot = slotOf.get(scope)
    if (typeof slot === 'number') slots.empty(slot)
    return typeof slot === 'number'
  }
  return {
    /** Whether the row was added; not, when the scope has one. */
    add: (row: LivingRow): boolean => {
      const scope = uuidToBytes(row.scope)
      if (slotOf.get(scope) !== undefined) return false
      add.run(scope, codeOfClass(row.class), row.version, row.epoch, slots.fill(row.wrapped), row.fingerprint)
      return true
    },
    fence: (part: Part, certificate: CertificateId) => {
      const scope = uuidToBytes(part.scope)
      clear(scope)
      fence.run(scope, codeOfClass(part.class), uuidToBytes(certificate))
    },
    replace: (row: LivingRow) => {
      const scope = uuidToBytes(row.scope)
      if (clear(scope)) replace.run(row.version, row.epoch, slots.fill(row.wrapped), row.fingerprint, scope)
    },
    remove: (id: ScopeId) => {
      const scope = uuidToBytes(id)
      if (clear(scope)) remove.run(scope)
    },
    /** Forgets what was remembered of a transaction that was undone. */
    undone: slots.recount,
  }
}

export type Statements = ReturnType<typeof statements>
