/** How many rows one page reads. A page is read in some milliseconds. */
export const rowsOfPage = 200

/** The condition that a page begins after the key that the page before ended with; none for the first page. */
export const afterKey = <K extends string>(
  column: K,
  after: string | null,
): { readonly greaterThan?: Readonly<Record<K, string>> } =>
  after === null ? {} : { greaterThan: { [column]: after } as Record<K, string> }

/** The key that the next page begins after; null when this page was not full. */
export const nextAfter = <R>(rows: ReadonlyArray<R>, keyOf: (row: R) => string): string | null => {
  const last = rows.at(-1)
  return last === undefined || rows.length < rowsOfPage ? null : keyOf(last)
}
