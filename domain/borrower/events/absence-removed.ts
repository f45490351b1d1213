import { defineEvent, type EventOf } from '../../event/define-event'
import { AbsenceId, BorrowerId } from '../../values/ids'

/** The absence period was removed. It is erased with the closing of the next month. */
export const AbsenceRemoved = defineEvent('AbsenceRemoved', 1, {
  open: { borrower: BorrowerId, absence: AbsenceId },
  sealed: {},
})
export type AbsenceRemoved = EventOf<typeof AbsenceRemoved>
