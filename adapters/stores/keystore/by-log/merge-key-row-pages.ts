import type { ScopeId } from '../../../../domain/values/ids'

/** A row of a key store, or what is read of it. */
interface RowOfScope {
  readonly scope: ScopeId
}

const lastScopeOf = (rows: ReadonlyArray<RowOfScope>): ReadonlyArray<ScopeId> =>
  rows.slice(-1).map(({ scope }) => scope)

/**
 * Merges the pages that stores have read after the same scope, sorted by scope id. Rows after the end of a page are left
 * to the next: the store of that page may have others before them.
 */
export const mergeKeyRowPages =
  (limit: number) =>
  <Row extends RowOfScope>(pages: ReadonlyArray<ReadonlyArray<Row>>): ReadonlyArray<Row> => {
    const [firstEnd] = pages.flatMap(lastScopeOf).toSorted()
    if (firstEnd === undefined) return []
    return pages
      .flat()
      .filter(({ scope }) => scope <= firstEnd)
      .toSorted((one, other) => (one.scope < other.scope ? -1 : 1))
      .slice(0, limit)
  }
