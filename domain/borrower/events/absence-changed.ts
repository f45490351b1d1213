import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { AbsenceId, BorrowerId } from '../../values/ids'

/** The absence period was replaced by another. The old one is erased with the closing of the next month. */
export const AbsenceChanged = defineEvent('AbsenceChanged', 1, {
  open: { borrower: BorrowerId, absence: AbsenceId, replaces: AbsenceId },
  sealed: { absence: { from: Day, until: nullable(Day) } },
})
export type AbsenceChanged = EventOf<typeof AbsenceChanged>
