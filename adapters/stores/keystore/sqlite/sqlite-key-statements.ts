import { randomInt } from 'node:crypto'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { hidesEpochOfDestroyedKey } from '../../../../retention/keys/hides-epoch-of-destroyed-key'
import { codeOfScopeClass } from '../../../../retention/sealing/scope-class-codes'
import { uuidToBytes } from '../../../../retention/sealing/uuid-bytes'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { createKeySlots } from './key-slots'
import { createFreedKeyBufferOverwriter } from './freed-key-buffer-overwriter'

/** Fisher and Yates, with random numbers that nobody can predict. */
const inRandomOrder = <A>(members: ReadonlyArray<A>): ReadonlyArray<A> => {
  const mixed = [...members]
  for (let end = mixed.length - 1; end > 0; end -= 1) {
    const at = randomInt(end + 1)
    const [one, other] = [mixed[at], mixed[end]]
    if (one !== undefined && other !== undefined) [mixed[at], mixed[end]] = [other, one]
  }
  return mixed
}

/** The writes of the tables, one row at a time. Each throws what the driver throws. */
export const prepareKeyWrites = (db: SqliteDatabase) => {
  const slots = createKeySlots(db)
  const slotOf = db.prepare<[Buffer], number | null>('SELECT slot FROM keys WHERE scope = ?').pluck()
  const add = db.prepare('INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, NULL)')
  const fence = db.prepare(
    `INSERT INTO keys VALUES (?, ?, 0, 0, NULL, x'', ?)
     ON CONFLICT (scope) DO UPDATE SET slot = NULL, epoch = CASE WHEN ? THEN 0 ELSE epoch END,
       certificate = excluded.certificate`,
  )
  const replace = db.prepare('UPDATE keys SET version = ?, epoch = ?, slot = ?, fingerprint = ? WHERE scope = ?')
  const remove = db.prepare('DELETE FROM keys WHERE scope = ?')
  const oldestInserted = db.prepare<[], Epoch>('SELECT epoch FROM oldest_epoch').pluck()
  const refuseEpochsBefore = db.prepare('UPDATE oldest_epoch SET epoch = max(epoch, ?)')
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
    fence: (part: PartScope, certificate: CertificateId) => {
      const scope = uuidToBytes(part.scope)
      destroyKey(scope)
      fence.run(
        scope,
        codeOfScopeClass(part.class),
        uuidToBytes(certificate),
        hidesEpochOfDestroyedKey(part.class) ? 1 : 0,
      )
    },
    /** Replaces living rows. Their slots change places among them at random, and each is written once. */
    replace: (rows: ReadonlyArray<LivingKeyRow>) => {
      const living = rows.flatMap((row) => {
        const scope = uuidToBytes(row.scope)
        const slot = slotOf.get(scope)
        return typeof slot === 'number' ? [{ row, scope, slot }] : []
      })
      const mixed = inRandomOrder(living.map(({ slot }) => slot))
      for (const [at, { row, scope, slot }] of living.entries()) {
        const taken = mixed[at] ?? slot
        slots.overwrite(taken, row.wrapped)
        replace.run(row.version, row.epoch, taken, row.fingerprint, scope)
      }
    },
    remove: (id: ScopeId) => {
      const scope = uuidToBytes(id)
      if (destroyKey(scope)) remove.run(scope)
    },
    /** The oldest epoch in which keys are inserted. */
    oldestInserted: (): Epoch => oldestInserted.get() ?? 0,
    refuseEpochsBefore: (epoch: Epoch) => refuseEpochsBefore.run(epoch),
    overwriteFreed: createFreedKeyBufferOverwriter(db),
    /** Reloads the cached slots after a rollback. */
    rolledBack: slots.reload,
  }
}

export type KeyStatements = ReturnType<typeof prepareKeyWrites>
