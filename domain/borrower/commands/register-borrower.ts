import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { BorrowerId, CardId, ContactId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { monthOf } from '../../values/month'
import type { ContactDetails } from '../contact-details'
import type { DecideFromState } from '../decide-borrower-from-state'
import { BorrowerRegistered } from '../events/borrower-registered'
import type { PersonalDetails } from '../personal-details'
import { refuseBorrowerCommand } from '../borrower-refusal'

/** Registers a borrower. The caller draws the ids and the borrower number at random. */
export interface RegisterBorrower {
  readonly type: 'RegisterBorrower'
  readonly borrower: BorrowerId
  readonly contact: ContactId
  readonly card: CardId
  readonly person: PersonalDetails
  readonly contactDetails: ContactDetails
  /** `pin` is the salted hash of the PIN, which nobody can read. */
  readonly presentedCard: { readonly number: string; readonly pin: string | null }
  readonly at: Instant
}

/** The open part holds the month only. Refused: `BorrowerIsAlreadyRegistered`. */
export const decideRegisterBorrower =
  ({ borrower, contact, card, person, contactDetails, presentedCard, at }: RegisterBorrower): DecideFromState =>
  (state) =>
    state._tag === 'Unregistered'
      ? E.right([
          BorrowerRegistered(
            { borrower, contact, card, registeredIn: pipe(at, dayOf, monthOf) },
            { borrower: person, contact: { details: contactDetails }, card: presentedCard },
          ),
        ])
      : refuseBorrowerCommand('BorrowerIsAlreadyRegistered')
