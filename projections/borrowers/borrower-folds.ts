import type { EventMetadata } from '../../domain/event/domain-event'
import type { BorrowerId, CardId } from '../../domain/values/ids'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import { monthOfRecording } from '../read-model/month-of-recording'
import type { EventFolds } from '../read-model/read-model'
import {
  blocksTable,
  borrowersTable,
  cardsTable,
  contactsTable,
  identitiesTable,
  nameWordsTable,
  pinsTable,
  preferencesTable,
  verifiedEmailsTable,
} from './borrower-tables'
import {
  foldRegistration,
  ifPlain,
  putCard,
  putContact,
  putIdentity,
  putPreferences,
  type Recorded,
} from './registration-fold'

/** A PIN in a registration of version 1 is sealed with the card, so it goes with the card. */
const removeCard = (card: CardId): ReadonlyArray<RowChange> => [
  removeRows(cardsTable)({ card }),
  removeRows(pinsTable)({ card }),
]

const recordedOf = (borrower: BorrowerId, metadata: EventMetadata): Recorded => ({
  borrower,
  recordedIn: monthOfRecording(metadata),
})

export const borrowerFolds: EventFolds = {
  BorrowerRegistered: foldRegistration,
  IdentityChanged: ({ open: { borrower, identity }, sealed, metadata }) => [
    removeRows(identitiesTable)({ borrower }),
    removeRows(nameWordsTable)({ borrower }),
    ...ifPlain(sealed.identity, (details) =>
      putIdentity(recordedOf(borrower, metadata), identity, details, details.reason),
    ),
  ],
  ContactChanged: ({ open: { borrower, contact, replaces }, sealed, metadata }) => [
    removeRows(contactsTable)({ contact: replaces }),
    removeRows(verifiedEmailsTable)({ contact: replaces }),
    ...ifPlain(sealed.contact, (known) => putContact(recordedOf(borrower, metadata), contact, known)),
  ],
  EmailVerified: ({ open: { borrower, contact }, sealed }) =>
    ifPlain(sealed.contact, ({ email }) => [putRow(verifiedEmailsTable)({ contact, borrower, email })]),
  PreferencesChanged: ({ open: { borrower }, sealed, metadata }) => [
    removeRows(preferencesTable)({ borrower }),
    ...ifPlain(sealed.borrower, (preferences) => putPreferences(recordedOf(borrower, metadata), null, preferences)),
  ],
  PreferencesSet: ({ open: { borrower, preference }, sealed, metadata }) => [
    removeRows(preferencesTable)({ borrower }),
    ...ifPlain(sealed.preference, (preferences) =>
      putPreferences(recordedOf(borrower, metadata), preference, preferences),
    ),
  ],
  CardIssued: ({ open: { borrower, card, replaces }, sealed, metadata }) => [
    ...(replaces === null ? [] : removeCard(replaces)),
    ...ifPlain(sealed.card, ({ number }) => putCard(recordedOf(borrower, metadata), card, number)),
  ],
  CardReportedStolen: ({ open: { card } }) => removeCard(card),
  PinSet: ({ open: { borrower, pin }, sealed }) => [
    removeRows(pinsTable)({ borrower }),
    ...ifPlain(sealed.pin, ({ hash }) => [putRow(pinsTable)({ borrower, pin, card: null, hash })]),
  ],
  BlockSet: ({ open: { borrower, block }, sealed }) =>
    ifPlain(sealed.block, (details) => [putRow(blocksTable)({ block, borrower, ...details })]),
  BlockLifted: ({ open: { block } }) => [removeRows(blocksTable)({ block })],
  BorrowerSeen: ({ open: { borrower, halfYear } }) => [
    setColumns(borrowersTable)({ borrower }, { lastSeen: halfYear, announcedIn: null, lapsesIn: null }),
  ],
  ErasureAnnounced: ({ open: { borrower, announcedIn, lapsesIn } }) => [
    setColumns(borrowersTable)({ borrower }, { announcedIn, lapsesIn }),
  ],
  ErasureRequested: ({ open: { borrower } }) => [setColumns(borrowersTable)({ borrower }, { ending: 'requested' })],
  BorrowerLapsed: ({ open: { borrower } }) => [setColumns(borrowersTable)({ borrower }, { ending: 'lapsed' })],
}
