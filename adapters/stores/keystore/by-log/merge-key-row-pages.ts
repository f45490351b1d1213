import type { ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'

const lastScopeOf = (rows: ReadonlyArray<KeyRow>): ReadonlyArray<ScopeId> => rows.slice(-1).map(({ scope }) => scope)

/**
 * Merges the pages that stores have read after the same scope, sorted by scope id. Rows after the end of a page are left
 * to the next: the store of that page may have others before them.
 */
export const mergeKeyRowPages =
  (limit: number) =>
  (pages: ReadonlyArray<ReadonlyArray<KeyRow>>): ReadonlyArray<KeyRow> => {
    const [firstEnd] = pages.flatMap(lastScopeOf).toSorted()
    if (firstEnd === undefined) return []
    return pages
      .flat()
      .filter(({ scope }) => scope <= firstEnd)
      .toSorted((one, other) => (one.scope < other.scope ? -1 : 1))
      .slice(0, limit)
  }
