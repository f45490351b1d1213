/** Something that a library says, an event or a row: its words, with a number for each id, and the ids in that order. */
export interface Said {
  readonly words: string
  readonly ids: ReadonlyArray<string>
}

/**
 * What is drawn at random, or follows from what is: ids, borrower and card numbers (12 digits), fingerprints of keys,
 * and signatures. Copies and titles have shorter numbers, which an import gives in the order of its rows.
 */
const drawn = new RegExp(
  ['[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', '(?<=")(?:[0-9]{12}|[0-9a-f]{32}|[0-9A-Za-z+/]{86}==)(?=")'].join(
    '|',
  ),
  'g',
)

/** Says a thing, ids aside: one that stands in it twice has one number. */
export const said = (thing: unknown): Said => {
  const ids: string[] = []
  const numberOf = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.push(id) - 1)
  const words = JSON.stringify(thing).replace(drawn, (id) => `#${String(numberOf(id))}`)
  return { words, ids }
}
