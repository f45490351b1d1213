import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { identitiesTable } from './borrower-tables'

/** Just enough of a borrower to choose among those of one name. */
export interface BorrowerOfName {
  readonly borrower: BorrowerId
  readonly name: string
  readonly birthDate: Day | null
}

/** Some of all borrowers, by id; `last` is undefined when none follow. */
export interface BorrowersOfNamePage {
  readonly found: ReadonlyArray<BorrowerOfName>
  readonly last: BorrowerId | undefined
}

const wordsOf = (text: string): ReadonlyArray<string> =>
  text
    .toLocaleLowerCase('da')
    .split(/[\s.,-]+/)
    .filter((word) => word !== '')

/** Whether each word that is searched for begins a word of the name. */
const isOfName =
  (searched: ReadonlyArray<string>) =>
  (name: string): boolean => {
    const words = wordsOf(name)
    return searched.every((start) => words.some((word) => word.startsWith(start)))
  }

/**
 * Those of a name among the `limit` borrowers after one. A borrower whose own name is protected is not
 * among them.
 */
export const borrowersOfNameAfter =
  (name: string, after: BorrowerId | undefined, limit: number) =>
  (rows: ReadModelRows): BorrowersOfNamePage => {
    const searched = wordsOf(name)
    const page = rows.findColumns(identitiesTable, ['borrower', 'name', 'birthDate'], {
      where: { isNameAndAddressProtected: 0 },
      ...(after === undefined ? {} : { greaterThan: { borrower: after } }),
      orderBy: ['borrower'],
      limit,
    })
    return {
      found: searched.length === 0 ? [] : page.filter((row) => isOfName(searched)(row.name)),
      last: page.length < limit ? undefined : page.at(-1)?.borrower,
    }
  }
