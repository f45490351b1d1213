import type { KnownContact } from '../../domain/borrower/borrower-state'
import type { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import {
  unprotectedIdentity,
  type BorrowerPreferences,
  type ProtectableIdentity,
} from '../../domain/borrower/personal-details'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, CardId, ContactId, IdentityId, PreferenceId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { putRow, type RowChange } from '../read-model/row-change'
import {
  borrowersTable,
  cardsTable,
  contactsTable,
  identitiesTable,
  nameWordsTable,
  pinsTable,
  preferencesTable,
  verifiedEmailsTable,
} from './borrower-tables'
import { toContactColumns } from './contact-columns'
import { wordsOfName } from './words-of-name'

type RowChanges = ReadonlyArray<RowChange>

/** The changes for a part that can be read; none for an erased one. */
export const ifPlain = <A>(part: PlainOrErased<A>, changes: (value: A) => RowChanges): RowChanges =>
  part._tag === 'Erased' ? [] : changes(part.value)

/** Of whom a value is, and in which month it was recorded. */
export interface Recorded {
  readonly borrower: BorrowerId
  readonly recordedIn: Month
}

export const putIdentity = (
  { borrower, recordedIn }: Recorded,
  identity: IdentityId | null,
  { cpr, name, birthDate, group, municipality, isNameAndAddressProtected }: ProtectableIdentity,
  reason: string | null = null,
): RowChanges => [
  putRow(identitiesTable)({
    ...{ borrower, identity, cpr, cprIndex: cpr, name, birthDate, group, municipality, reason, recordedIn },
    isNameAndAddressProtected: isNameAndAddressProtected ? 1 : 0,
  }),
  ...(isNameAndAddressProtected
    ? []
    : wordsOfName(name).map((word) => putRow(nameWordsTable)({ borrower, identity, word }))),
]

export const putPreferences = (
  { borrower, recordedIn }: Recorded,
  preference: PreferenceId | null,
  { homeBranch, language }: BorrowerPreferences,
): RowChanges => [putRow(preferencesTable)({ borrower, preference, homeBranch, language, recordedIn })]

export const putContact = (
  { borrower, recordedIn }: Recorded,
  contact: ContactId,
  { details, verifiedEmails }: KnownContact,
): RowChanges => [
  putRow(contactsTable)({ contact, borrower, ...toContactColumns(details), recordedIn }),
  ...verifiedEmails.map((email) => putRow(verifiedEmailsTable)({ contact, borrower, email })),
]

export const putCard = ({ borrower, recordedIn }: Recorded, card: CardId, number: string): RowChanges => [
  putRow(cardsTable)({ card, borrower, number, recordedIn }),
]

const notAnnounced = { announcedIn: null, lapsesIn: null }

/** The rows of a registration, whichever version of the event recorded it. */
export const foldRegistration = ({ open, sealed }: BorrowerRegistered): RowChanges => {
  const { borrower, identity, preference, contact, card, registeredIn } = open
  const recorded = { borrower, recordedIn: registeredIn }
  return [
    ...ifPlain(sealed.borrower, ({ number, detailsOfVersion1 }) => [
      putRow(borrowersTable)({ borrower, number, registeredIn, ...notAnnounced, lastSeen: null, ending: null }),
      ...(detailsOfVersion1 === null
        ? []
        : [
            ...putIdentity(recorded, null, unprotectedIdentity(detailsOfVersion1)),
            ...putPreferences(recorded, null, detailsOfVersion1),
          ]),
    ]),
    ...ifPlain(sealed.identity, (details) => putIdentity(recorded, identity, unprotectedIdentity(details))),
    ...ifPlain(sealed.preference, (preferences) => putPreferences(recorded, preference, preferences)),
    ...ifPlain(sealed.contact, (known) => putContact(recorded, contact, known)),
    ...ifPlain(sealed.card, ({ number, pin }) => [
      ...putCard(recorded, card, number),
      ...(pin === null ? [] : [putRow(pinsTable)({ borrower, pin: null, card, hash: pin })]),
    ]),
  ]
}
