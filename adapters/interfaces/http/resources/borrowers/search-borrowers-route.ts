import * as t from 'io-ts'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowersOfNameAfter, type BorrowerOfName } from '../../../../../projections/borrowers/borrowers-by-name'
import { isNameAndAddressProtected } from '../../../../../projections/guardians/name-and-address-protection'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { readCaughtUpRows } from '../read-caught-up-rows'

/** The most borrowers that a search shows. */
const maxFound = 10

/** How many letters a search needs at least. */
const minLetters = 3

/** Borrowers with a searched word that are looked through before other requests have a turn. */
const pageSize = 500

const BorrowerOfNameAnswer = objectCodec('BorrowerOfName', {
  borrower: BorrowerId,
  name: personalValueCodec('identity')(t.string),
  birthDate: personalValueCodec('identity')(nullableCodec(Day)),
})

const nameIsTooShort: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      ...{ in: 'body', pointer: '/name' },
      text: {
        da: `skal have mindst ${String(minLetters)} bogstaver`,
        en: `must have at least ${String(minLetters)} letters`,
      },
    },
  ],
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** One more than are shown, so that it is known whether there are more. */
const findOfName = async ({ rows }: RunningLibrary, name: string): Promise<ReadonlyArray<BorrowerOfName>> => {
  const found: BorrowerOfName[] = []
  let after: BorrowerId | undefined
  do {
    const page = borrowersOfNameAfter(name, after, pageSize)(rows)
    found.push(...page.found.filter(({ borrower }) => !isNameAndAddressProtected(borrower)(rows)))
    after = page.last
    if (after !== undefined) await nextTurn()
  } while (after !== undefined && found.length <= maxFound)
  return found
}

const byName = (one: BorrowerOfName, other: BorrowerOfName): number => one.name.localeCompare(other.name, 'da')

/** A POST, so that no name stands in an address. It writes nothing: a record counts as looked at when it is opened. */
export const searchBorrowersRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/search',
  name: 'searchBorrowers',
  summary:
    'Find borrowers by name: at most ten, each with no more than is needed to choose. Protected names are not found by this',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  body: objectCodec('BorrowerSearch', { name: freeTextCodec(100) }),
  answer: objectCodec('BorrowersFound', { borrowers: listCodec(BorrowerOfNameAnswer), hasMore: t.boolean }),
  handle: ({ body: { name }, library }) =>
    pipe(
      (name.match(/\p{L}/gu) ?? []).length < minLetters ? E.left(nameIsTooShort) : E.right(undefined),
      TE.fromEither,
      TE.flatMap(() => readCaughtUpRows(library)),
      TE.flatMap(() => TE.fromTask(() => findOfName(library, name))),
      TE.map((found) =>
        answerWithBody({
          borrowers: found.slice(0, maxFound).toSorted(byName),
          hasMore: found.length > maxFound,
        }),
      ),
    ),
})
