import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { identitiesTable, nameWordsTable } from './borrower-tables'
import { wordsOfName } from './words-of-name'

/** Just enough of a borrower to choose among those of one name. */
export interface BorrowerOfName {
  readonly borrower: BorrowerId
  readonly name: string
  readonly birthDate: Day | null
}

/** Some of the borrowers of a name, by id; `last` is undefined when none follow. */
export interface BorrowersOfNamePage {
  readonly found: ReadonlyArray<BorrowerOfName>
  readonly last: BorrowerId | undefined
}

/** The words that begin with a text. */
const beginningWith = (start: string) => ({
  atLeast: { word: start },
  lessThan: { word: `${start}\u{10ffff}` },
})

/** The searched word with which the fewest words of names begin; undefined when nothing is searched for. */
const rarestWord = (rows: ReadModelRows, searched: ReadonlyArray<string>): string | undefined => {
  const counts = searched.map((word) => ({ word, count: rows.count(nameWordsTable, beginningWith(word)) }))
  return counts.sort((one, other) => one.count - other.count)[0]?.word
}

/** Whether each word that is searched for begins a word of the name. */
const isOfName =
  (searched: ReadonlyArray<string>) =>
  ({ name }: BorrowerOfName): boolean => {
    const words = wordsOfName(name)
    return searched.every((start) => words.some((word) => word.startsWith(start)))
  }

/**
 * Borrowers in whose name each searched word begins a word: those among the next `limit` that have the rarest one, after a
 * borrower. A borrower whose own name is protected is not among them.
 */
export const borrowersOfNameAfter =
  (name: string, after: BorrowerId | undefined, limit: number) =>
  (rows: ReadModelRows): BorrowersOfNamePage => {
    const searched = wordsOfName(name)
    const rarest = rarestWord(rows, searched)
    if (rarest === undefined) return { found: [], last: undefined }
    const page = rows.findColumns(nameWordsTable, ['borrower'], {
      ...beginningWith(rarest),
      ...(after === undefined ? {} : { greaterThan: { borrower: after } }),
      ...{ orderBy: ['borrower'], limit },
    })
    const found = rows.findColumns(identitiesTable, ['borrower', 'name', 'birthDate'], {
      ...{ oneOf: { borrower: [...new Set(page.map(({ borrower }) => borrower))] }, orderBy: ['borrower'] },
    })
    return { found: found.filter(isOfName(searched)), last: page.length < limit ? undefined : page.at(-1)?.borrower }
  }
