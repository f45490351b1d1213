import type { ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'
import type { KeyCount } from '../../../../retention/keys/key-store'
import { uuidToBytes } from '../../../../retention/sealing/uuid-bytes'
import type { Db } from '../../sqlite/open'
import { unseen } from '../../sqlite/unseen'
import { toRow, type Columns } from './row'

const start = Buffer.alloc(0)
const rows = 'SELECT keys.*, slots.wrapped FROM keys LEFT JOIN slots ON slots.slot = keys.slot'

/**
 * What is read of the tables. Each call is one short read that has ended when it answers, so that none keeps the
 * write-ahead log from being emptied. Each throws what the driver throws.
 */
export const keyReading = (db: Db) => {
  const find = db.prepare<[Buffer], Columns>(`${rows} WHERE scope = ?`)
  const page = db.prepare<[Buffer, number], Columns>(`${rows} WHERE scope > ? ORDER BY scope LIMIT ${unseen}`)
  const count = db.prepare<[], KeyCount>('SELECT count(slot) AS living, count(*) - count(slot) AS fenced FROM keys')
  return {
    find: (scope: ScopeId): ReadonlyArray<KeyRow> => {
      const columns = find.get(uuidToBytes(scope))
      return columns === undefined ? [] : toRow(columns)
    },
    page: (after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
      page.all(after === undefined ? start : uuidToBytes(after), limit).flatMap(toRow),
    count: (): KeyCount => count.get() ?? { living: 0, fenced: 0 },
  }
}
