import type { PublishedTable } from './published-table-queries'

/** Headings, and then a record for each cell: month, value and count. */
export const recordsOfPublishedTables = (
  tables: ReadonlyArray<PublishedTable>,
): ReadonlyArray<ReadonlyArray<string | number>> => [
  ['month', 'value', 'count'],
  ...tables.flatMap(({ month, cells }) => cells.map(({ value, count }) => [month, value, count])),
]
