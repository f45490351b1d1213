import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { BorrowerId, CardId, ContactId, IdentityId, PinId, PreferenceId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { monthOf } from '../../values/month'
import type { BorrowerEvent } from '../borrower-event'
import { refuseBorrowerCommand } from '../borrower-refusal'
import type { ContactDetails } from '../contact-details'
import type { DecideFromState } from '../decide-borrower-from-state'
import { BlockSet } from '../events/block-set'
import { BorrowerRegistered } from '../events/borrower-registered'
import { PinSet } from '../events/pin-set'
import type { PersonalDetails } from '../personal-details'
import type { BlockBorrower } from './block-borrower'

/** What a borrower borrows with. `pin` is the salted hash of the PIN, which nobody can read; null without a PIN. */
export interface PresentedCard {
  readonly number: string
  readonly pin: string | null
}

/** The ids of the scopes that a registration makes. The caller draws them at random. */
export interface RegistrationIds {
  readonly borrower: BorrowerId
  readonly identity: IdentityId
  readonly preference: PreferenceId
  readonly contact: ContactId
  readonly card: CardId
  readonly pin: PinId
}

/** Registers a borrower. The caller draws the borrower number at random. */
export interface RegisterBorrower extends RegistrationIds {
  readonly type: 'RegisterBorrower'
  readonly person: PersonalDetails
  readonly contactDetails: ContactDetails
  /** The e-mails that another system has verified; none when it is left out. */
  readonly verifiedEmails?: ReadonlyArray<string>
  readonly presentedCard: PresentedCard
  /** The block with which the registration begins; none when it is left out. */
  readonly firstBlock?: Pick<BlockBorrower, 'block' | 'reason'> | undefined
  readonly at: Instant
}

const registration = ({
  person,
  contactDetails,
  verifiedEmails = [],
  presentedCard,
  at,
  ...ids
}: RegisterBorrower): BorrowerEvent => {
  const { borrower, identity, preference, contact, card } = ids
  const { number, homeBranch, language, ...details } = person
  return BorrowerRegistered(
    { borrower, identity, preference, contact, card, registeredIn: pipe(at, dayOf, monthOf) },
    {
      borrower: { number, detailsOfVersion1: null },
      identity: details,
      preference: { homeBranch, language },
      contact: { details: contactDetails, verifiedEmails },
      card: { number: presentedCard.number, pin: null },
    },
  )
}

const firstPin = ({ borrower, pin, presentedCard }: RegisterBorrower): ReadonlyArray<BorrowerEvent> =>
  presentedCard.pin === null ? [] : [PinSet({ borrower, pin, replaces: null }, { pin: { hash: presentedCard.pin } })]

const firstBlockOf = ({ borrower, firstBlock, at }: RegisterBorrower): ReadonlyArray<BorrowerEvent> => {
  if (firstBlock === undefined) return []
  const { block, reason } = firstBlock
  return [BlockSet({ borrower, block }, { block: { reason, since: dayOf(at), note: null } })]
}

/** The open parts hold the month only. Refused: `BorrowerIsAlreadyRegistered`. */
export const decideRegisterBorrower =
  (command: RegisterBorrower): DecideFromState =>
  (state) =>
    state._tag === 'Unregistered'
      ? E.right([registration(command), ...firstPin(command), ...firstBlockOf(command)])
      : refuseBorrowerCommand('BorrowerIsAlreadyRegistered')
