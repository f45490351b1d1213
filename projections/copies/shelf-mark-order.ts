import type { CopyRow } from './copies-table'

const danish = new Intl.Collator('da')
/** Sorts after every shelf mark. */
const noShelfMark = '\u{10FFFF}'

/** Stands between the parts of a key, and in no text. */
const separator = '\u0000'

/** What copies on the shelves of branches are sorted by: branch, shelf mark, author, name and item number. */
const shelfMarkParts = ({ branch, shelfMark, author, name, copy }: CopyRow): ReadonlyArray<string> => [
  branch,
  shelfMark ?? noShelfMark,
  author ?? '',
  name,
  copy,
]

/** The same in one text. */
export const shelfMarkKey = (copy: CopyRow): string => shelfMarkParts(copy).join(separator)

/** Compares part by part, in Danish order. */
const compareParts = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  for (const [place, part] of one.entries()) {
    const order = part === other[place] ? 0 : danish.compare(part, other[place] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** Compares two keys of shelf marks part by part, in Danish order. */
export const compareShelfMarkKeys = (one: string, other: string): number =>
  compareParts(one.split(separator), other.split(separator))

/** Sorts what is about copies by their shelf marks. The parts of each are made once. */
export const sortByShelfMark =
  <A>(copyOf: (item: A) => CopyRow) =>
  (items: ReadonlyArray<A>): ReadonlyArray<A> =>
    items
      .map((item) => ({ item, parts: shelfMarkParts(copyOf(item)) }))
      .sort((one, other) => compareParts(one.parts, other.parts))
      .map(({ item }) => item)

/** The branch in a key of a shelf mark; '' when the key is ''. */
export const branchOfShelfMarkSortKey = (key: string): string => key.split(separator)[0] ?? ''
