import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, CardId } from '../../values/ids'

/** A card was issued to the borrower. The card that it replaces, if any, is erased with the closing of the next month. */
export const CardIssued = defineEvent('CardIssued', 1, {
  open: { borrower: BorrowerId, card: CardId, replaces: nullable(CardId) },
  sealed: { card: { number: t.string } },
})
export type CardIssued = EventOf<typeof CardIssued>
