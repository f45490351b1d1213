import * as TE from 'fp-ts/TaskEither'
import type { ShortTermRow, ShortTermRows } from '../../../../retention/short-term/short-term-rows'

const keyOf = (id: Uint8Array): string => Buffer.from(id).toString('base64')

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === undefined || other === undefined ? one === other : Buffer.from(one).equals(other)

/** Rows of the short-term store in the memory of a single process. They end with it. */
export const memoryShortTermRows = (): ShortTermRows => {
  const rowsById = new Map<string, ShortTermRow>()
  const find = (ids: ReadonlyArray<Uint8Array>): ReadonlyArray<ShortTermRow> =>
    ids.flatMap((id) => rowsById.get(keyOf(id)) ?? [])
  const put = (row: ShortTermRow): void => void rowsById.set(keyOf(row.id), row)
  return {
    put: (row) => TE.fromIO(() => put(row)),
    putIfUnchanged: (row, expected) =>
      TE.fromIO(() => {
        const isUnchanged = isSame(rowsById.get(keyOf(row.id))?.content, expected)
        if (isUnchanged) put(row)
        return isUnchanged
      }),
    find: (ids) => TE.fromIO(() => find(ids)),
    remove: (ids) =>
      TE.fromIO(() => {
        const removed = find(ids)
        for (const id of ids) rowsById.delete(keyOf(id))
        return removed
      }),
    all: TE.fromIO(() => [...rowsById.values()]),
    rewrite: (now) =>
      TE.fromIO(() => {
        const living = [...rowsById].filter(([, { endsAt }]) => endsAt > now)
        rowsById.clear()
        // The order of the ids, which are HMACs: it is random, and not the one of writing.
        for (const [id, row] of living.sort(([one], [other]) => (one < other ? -1 : 1))) rowsById.set(id, row)
      }),
    close: () => Promise.resolve(rowsById.clear()),
  }
}
