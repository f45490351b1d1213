import type { Contact } from '../../domain/borrower/contact'
import type { Remembered } from '../../domain/event/remembered'
import type { BorrowerId, ContactId } from '../../domain/values/ids'
import { put, remove, set, type Change } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { blocks, borrowers, cards, contacts } from './rows'

const contact = (
  borrower: BorrowerId,
  id: ContactId,
  part: Remembered<{ readonly details: Contact }>,
): ReadonlyArray<Change> => {
  if (part._tag === 'Erased') return []
  const { phones, ...details } = part.value.details
  return [put(contacts)({ contact: id, borrower, phones: JSON.stringify(phones), ...details })]
}

export const folds: Folds = {
  BorrowerRegistered: ({ open: { borrower, card, registeredIn, ...open }, sealed }) => [
    ...(sealed.borrower._tag === 'Plain'
      ? [put(borrowers)({ borrower, registeredIn, lastSeen: null, ending: null, ...sealed.borrower.value })]
      : []),
    ...contact(borrower, open.contact, sealed.contact),
    ...(sealed.card._tag === 'Plain' ? [put(cards)({ card, borrower, ...sealed.card.value })] : []),
  ],
  ContactChanged: ({ open: { borrower, replaces, ...open }, sealed }) => [
    remove(contacts)({ contact: replaces }),
    ...contact(borrower, open.contact, sealed.contact),
  ],
  PreferencesChanged: ({ open: { borrower }, sealed: { borrower: part } }) =>
    part._tag === 'Erased' ? [] : [set(borrowers)({ borrower }, part.value)],
  BlockSet: ({ open: { borrower, block }, sealed: { block: part } }) =>
    part._tag === 'Erased' ? [] : [put(blocks)({ block, borrower, ...part.value })],
  BlockLifted: ({ open: { block } }) => [remove(blocks)({ block })],
  BorrowerSeen: ({ open: { borrower, halfYear } }) => [set(borrowers)({ borrower }, { lastSeen: halfYear })],
  ErasureRequested: ({ open: { borrower } }) => [set(borrowers)({ borrower }, { ending: 'requested' })],
  BorrowerLapsed: ({ open: { borrower } }) => [set(borrowers)({ borrower }, { ending: 'lapsed' })],
}
