import type { CopyRow } from './copies-table'

const danish = new Intl.Collator('da')
/** Sorts after every shelf mark. */
const noShelfMark = '\u{10FFFF}'

/** Stands between the parts of a key, and in no text. */
const separator = '\u0000'

/** What copies on the shelves of branches are sorted by: branch, shelf mark, author, name and item number, in one text. */
export const shelfMarkKey = ({ branch, shelfMark, author, name, copy }: CopyRow): string =>
  [branch, shelfMark ?? noShelfMark, author ?? '', name, copy].join(separator)

/** Compares two keys of shelf marks part by part, in Danish order. */
export const compareShelfMarkKeys = (one: string, other: string): number => {
  const others = other.split(separator)
  for (const [place, part] of one.split(separator).entries()) {
    const order = part === others[place] ? 0 : danish.compare(part, others[place] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** The branch in a key of a shelf mark; '' when the key is ''. */
export const branchOfShelfMarkSortKey = (key: string): string => key.split(separator)[0] ?? ''
