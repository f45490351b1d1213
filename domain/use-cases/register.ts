import { identity, pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { Contact } from '../borrower/contact'
import type { Person } from '../borrower/person'
import type { BorrowerRefusal } from '../borrower/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { BorrowerId, CardId, ContactId } from '../values/ids'
import type { Answer } from './answer'
import type { Ids } from './ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

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

/** A number that the same registration gave, when it comes again, is not taken: it answers its first result. */
const taken = (library: Library, asking: BorrowerId) => (which: NumberIsTaken['which'], value: string | null) =>
  value === null
    ? TE.right(undefined)
    : pipe(
        library.lookUp.borrowerWith(which, value),
        TE.chainW((borrower) =>
          borrower === undefined || borrower === asking
            ? TE.right(undefined)
            : TE.left({ _tag: 'Refused' as const, refusal: { _tag: 'NumberIsTaken' as const, which } }),
        ),
      )

/** Each number has a gate of its own; they are always entered in this order, so that none waits for the other. */
const oneAtATime =
  ({ registrationGate }: Library) =>
  ({ cpr, number }: Person, card: string) =>
  <E, A>(thing: TE.TaskEither<E, A>): TE.TaskEither<E | StoreUnavailable, A> =>
    pipe(
      thing,
      cpr === null ? identity : registrationGate(`cpr ${cpr}`),
      registrationGate(`card ${card}`),
      registrationGate(`number ${number}`),
    )

const borrowerWith = (ids: Ids): BorrowerId => ids.next('borrower') as BorrowerId

/**
 * Registers a borrower. Numbers are unique among those registered; a person who returns after erasure is a stranger.
 * One registration with a given CPR number, card or borrower number runs at a time.
 */
export const register =
  (library: Library) =>
  ({
    person,
    details,
    cardShown,
    at,
    origin,
  }: Registering): Answer<BorrowerRefusal | NumberIsTaken, BorrowerEvent, { readonly borrower: BorrowerId }> => {
    const aggregate = borrowerAggregate(library.policy)
    return withIds(library)({ at, origin }, (ids) => addressOf(aggregate)(borrowerWith(ids)))((ids) => {
      const borrower = borrowerWith(ids)
      const contact = ids.next('contact') as ContactId
      const card = ids.next('card') as CardId
      return pipe(
        taken(library, borrower)('cpr', person.cpr),
        TE.chainW(() => taken(library, borrower)('card', cardShown.number)),
        TE.chainW(() => taken(library, borrower)('number', person.number)),
        TE.chainW(() =>
          handle(library.desk)(aggregate)(borrower, ids.cause)({
            type: 'RegisterBorrower',
            borrower,
            contact,
            card,
            person,
            details,
            cardShown,
            at,
          }),
        ),
        TE.map((handled) => ({ ...handled, borrower })),
        oneAtATime(library)(person, cardShown.number),
      )
    })
  }
