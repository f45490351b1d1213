import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { Contact } from '../borrower/contact'
import type { Person } from '../borrower/person'
import type { BorrowerRefusal } from '../borrower/refusal'
import { handle } from '../handling/handle'
import type { BorrowerId, CardId, ContactId } from '../language/ids'
import type { Answer } from './answer'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** Somebody asks to become a borrower. The PIN is given as its salted hash. */
export interface Registering extends Acted {
  readonly person: Person
  readonly details: Contact
  readonly cardShown: { readonly number: string; readonly pin: string | null }
}

/** Somebody with this CPR number, card or borrower number is registered already. */
export interface NumberIsTaken {
  readonly _tag: 'NumberIsTaken'
  readonly which: 'number' | 'card' | 'cpr'
}

const taken = (library: Library) => (which: NumberIsTaken['which'], value: string | null) =>
  value === null
    ? TE.right(undefined)
    : pipe(
        library.lookUp.borrowerWith(which, value),
        TE.chainW((borrower) =>
          borrower === undefined
            ? TE.right(undefined)
            : TE.left({ _tag: 'Refused' as const, refusal: { _tag: 'NumberIsTaken' as const, which } }),
        ),
      )

/**
 * Registers a borrower. Numbers are unique among those registered; a person who returns after erasure is a stranger.
 * One registration with a given CPR number or card runs at a time.
 */
export const register =
  (library: Library) =>
  ({
    person,
    details,
    cardShown,
    at,
    origin,
  }: Registering): Answer<BorrowerRefusal | NumberIsTaken, BorrowerEvent, { readonly borrower: BorrowerId }> =>
    pipe(
      idsOf(library)({ at, origin }),
      TE.chainFirstW(() => taken(library)('cpr', person.cpr)),
      TE.chainFirstW(() => taken(library)('card', cardShown.number)),
      TE.chainFirstW(() => taken(library)('number', person.number)),
      TE.chainW((ids) => {
        const borrower = ids.next('borrower') as BorrowerId
        const contact = ids.next('contact') as ContactId
        const card = ids.next('card') as CardId
        return pipe(
          handle(library.desk)(borrowerAggregate(library.policy))(borrower, ids.cause)({
            type: 'RegisterBorrower',
            borrower,
            contact,
            card,
            person,
            details,
            cardShown,
            at,
          }),
          TE.map((handled) => ({ ...handled, borrower })),
        )
      }),
      library.registrationGate(person.cpr ?? cardShown.number),
    )
