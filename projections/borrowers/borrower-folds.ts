import type { ContactDetails } from '../../domain/borrower/contact-details'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, ContactId } from '../../domain/values/ids'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { blocksTable, borrowersTable, cardsTable, contactsTable } from './borrower-tables'

const putContact = (
  borrower: BorrowerId,
  id: ContactId,
  part: PlainOrErased<{ readonly details: ContactDetails }>,
): ReadonlyArray<RowChange> => {
  if (part._tag === 'Erased') return []
  const { phones, ...details } = part.value.details
  return [putRow(contactsTable)({ contact: id, borrower, phones: JSON.stringify(phones), ...details })]
}

export const borrowerFolds: EventFolds = {
  BorrowerRegistered: ({ open: { borrower, card, registeredIn, ...open }, sealed }) => [
    ...(sealed.borrower._tag === 'Plain'
      ? [
          putRow(borrowersTable)({
            borrower,
            registeredIn,
            lastSeen: null,
            ending: null,
            ...sealed.borrower.value,
          }),
        ]
      : []),
    ...putContact(borrower, open.contact, sealed.contact),
    ...(sealed.card._tag === 'Plain' ? [putRow(cardsTable)({ card, borrower, ...sealed.card.value })] : []),
  ],
  ContactChanged: ({ open: { borrower, replaces, ...open }, sealed }) => [
    removeRows(contactsTable)({ contact: replaces }),
    ...putContact(borrower, open.contact, sealed.contact),
  ],
  PreferencesChanged: ({ open: { borrower }, sealed: { borrower: part } }) =>
    part._tag === 'Erased' ? [] : [setColumns(borrowersTable)({ borrower }, part.value)],
  BlockSet: ({ open: { borrower, block }, sealed: { block: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(blocksTable)({ block, borrower, ...part.value })],
  BlockLifted: ({ open: { block } }) => [removeRows(blocksTable)({ block })],
  BorrowerSeen: ({ open: { borrower, halfYear } }) => [
    setColumns(borrowersTable)({ borrower }, { lastSeen: halfYear }),
  ],
  ErasureRequested: ({ open: { borrower } }) => [setColumns(borrowersTable)({ borrower }, { ending: 'requested' })],
  BorrowerLapsed: ({ open: { borrower } }) => [setColumns(borrowersTable)({ borrower }, { ending: 'lapsed' })],
}
