import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, PinId } from '../../values/ids'

/** The borrower's PIN was set: its salted hash, which nobody can read. The PIN that it replaces is erased at once. */
export const PinSet = defineEvent('PinSet', 1, {
  open: { borrower: BorrowerId, pin: PinId, replaces: nullable(PinId) },
  sealed: { pin: { hash: t.string } },
})
export type PinSet = EventOf<typeof PinSet>
