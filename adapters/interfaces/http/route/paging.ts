import type * as t from 'io-ts'
import { codecWithSchema } from '../codecs/codec-with-schema'
import { nullableCodec } from '../codecs/nullable-and-list'
import { objectCodec } from '../codecs/object-codec'
import type { TranslatedText } from '../problems/http-problem-text'

/** How many entries a page has when the caller does not say, and at most. */
const defaultLimit = 100
const maxLimit = 500

/** The limit of a page, as it stands in a query. */
const PageLimit = codecWithSchema(
  'PageLimit',
  (u): u is string => typeof u === 'string' && /^[1-9][0-9]{0,2}$/.test(u) && Number(u) <= maxLimit,
  { type: 'integer', minimum: 1, maximum: maxLimit, default: defaultLimit },
  () => ({
    da: `skal være et helt tal fra 1 til ${String(maxLimit)}`,
    en: `must be a whole number from 1 to ${String(maxLimit)}`,
  }),
)

/** A key can hold a shelf mark, an author and a name of a title. */
const maxCursorLength = 2400
const cursorPattern = /^[0-9A-Za-z_-]+$/

/** Says where the right cursor comes from. */
export const wrongCursorText: TranslatedText = {
  da: 'skal være værdien af next fra svaret med siden før',
  en: 'must be the value of next from the answer with the page before',
}

/** The place in a list at which a page ends. Only this interface reads it. */
const PageCursor = codecWithSchema(
  'PageCursor',
  (u): u is string => typeof u === 'string' && u.length <= maxCursorLength && cursorPattern.test(u),
  { type: 'string', pattern: cursorPattern.source, maxLength: maxCursorLength },
  () => wrongCursorText,
)

/** The query of a list: at most `limit` entries, those after `cursor`. */
export const PageQuery = objectCodec('PageQuery', {}, { limit: PageLimit, cursor: PageCursor })
export type PageQuery = t.TypeOf<typeof PageQuery>

/** The member of a list's answer that the next page is asked for with; null on the last page. */
export const nextPageMember = { next: nullableCodec(PageCursor) }

/** The size of the page that a query asks for, and the key that it begins after: '' on the first page. */
export const readPageQuery = ({ limit, cursor }: PageQuery): { readonly size: number; readonly after: string } => ({
  size: limit === undefined ? defaultLimit : Number(limit),
  after: cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString(),
})

/** The cursor of the page after an entry. */
export const cursorAfterKey = (key: string): string => Buffer.from(key).toString('base64url')

interface Page<A> {
  readonly entries: ReadonlyArray<A>
  readonly next: string | null
}

interface KeyedEntry<A> {
  readonly key: string
  readonly entry: A
}

type CompareKeys = (one: string, other: string) => number

/**
 * A page of a list in the order of a key that each entry has for itself. Entries that come or go between two pages move
 * no others: the next page begins after the key of the last entry, whether or not that is still there.
 */
export const pageSortedByKey =
  (compare: CompareKeys) =>
  <A>(keyOf: (entry: A) => string) =>
  (query: PageQuery) =>
  (list: ReadonlyArray<A>): Page<A> => {
    const { size, after } = readPageQuery(query)
    const rest: ReadonlyArray<KeyedEntry<A>> = list
      .map((entry) => ({ key: keyOf(entry), entry }))
      .filter(({ key }) => after === '' || compare(key, after) > 0)
    const page = [...rest].sort((one, other) => compare(one.key, other.key)).slice(0, size)
    const last = page[page.length - 1]
    return {
      entries: page.map(({ entry }) => entry),
      next: last === undefined || rest.length <= size ? null : cursorAfterKey(last.key),
    }
  }

const byCodeUnits: CompareKeys = (one, other) => {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** A page of a list whose keys sort as texts of digits, letters and hyphens do. */
export const pageOfSortedList = pageSortedByKey(byCodeUnits)

/** The same, the last key first. */
export const pageOfListSortedBackwards = pageSortedByKey((one, other) => byCodeUnits(other, one))
