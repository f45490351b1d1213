import * as E from 'fp-ts/Either'
import type { LogName } from '../../../../domain/event/stream'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'

type RowsOfLog = readonly [LogName, ReadonlyArray<LivingKeyRow>]

/** Inserts the rows of each log into its store. When the second store refuses, the rows in the first are removed again. */
export const insertKeysIntoStoreOfEachLog =
  (stores: Readonly<Record<LogName, Pick<KeyStore, 'insert' | 'remove'>>>) =>
  (groups: ReadonlyArray<RowsOfLog>): ReturnType<KeyStore['insert']> =>
  async () => {
    const inserted: RowsOfLog[] = []
    for (const group of groups) {
      const [log, rows] = group
      const result = await stores[log].insert(rows)()
      if (E.isRight(result)) {
        inserted.push(group)
        continue
      }
      for (const [other, added] of inserted) {
        const removed = await stores[other].remove(added.map(({ scope }) => scope))()
        if (E.isLeft(removed)) return removed
      }
      return result
    }
    return E.right(undefined)
  }
