import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { BorrowerId, CardId, ContactId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { monthOf } from '../../values/month'
import type { Contact } from '../contact'
import type { Decision } from '../decision'
import { BorrowerRegistered } from '../events/borrower-registered'
import type { Person } from '../person'
import { refuse } from '../refusal'

/** Somebody becomes a borrower. Ids and the borrower number are drawn at random by the caller. */
export interface RegisterBorrower {
  readonly type: 'RegisterBorrower'
  readonly borrower: BorrowerId
  readonly contact: ContactId
  readonly card: CardId
  readonly person: Person
  readonly details: Contact
  /** The PIN is readable by nobody: what is given here is its salted hash. */
  readonly cardShown: { readonly number: string; readonly pin: string | null }
  readonly at: Instant
}

/** Only the month is written openly. Refused: `BorrowerIsAlreadyRegistered`. */
export const register =
  ({ borrower, contact, card, person, details, cardShown, at }: RegisterBorrower): Decision =>
  (state) =>
    state._tag === 'Unregistered'
      ? E.right([
          BorrowerRegistered(
            { borrower, contact, card, registeredIn: pipe(at, dayOf, monthOf) },
            { borrower: person, contact: { details }, card: cardShown },
          ),
        ])
      : refuse('BorrowerIsAlreadyRegistered')
