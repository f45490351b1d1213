/** An event or a row: its text with a number in place of each id, and the ids in that order. */
export interface RecordWithoutIds {
  readonly words: string
  readonly ids: ReadonlyArray<string>
}

/**
 * Matches values that are random or computed from random ones: ids, borrower and card numbers (12 digits), key
 * fingerprints, and signatures. Copies and titles have shorter numbers, which an import gives in the order of its rows.
 */
const idPattern = new RegExp(
  ['[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', '(?<=")(?:[0-9]{12}|[0-9a-f]{32}|[0-9A-Za-z+/]{86}==)(?=")'].join(
    '|',
  ),
  'g',
)

/** Replaces the ids of a record by numbers. An id that stands twice has one number. */
export const withoutIds = (record: unknown): RecordWithoutIds => {
  const ids: string[] = []
  const numberOf = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1)
  const words = JSON.stringify(record).replace(idPattern, (id) => `#${String(numberOf(id))}`)
  return { words, ids }
}
