import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, GuardianId } from '../../values/ids'

/** Somebody who reads the mail of an address of the guardian has confirmed it. It is erased with what is known of the guardian. */
export const GuardianEmailVerified = defineEvent('GuardianEmailVerified', 1, {
  open: { borrower: BorrowerId, guardian: GuardianId },
  sealed: { guardian: { email: t.string } },
})
export type GuardianEmailVerified = EventOf<typeof GuardianEmailVerified>
