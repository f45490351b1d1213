import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { AbsenceId, BorrowerId } from '../../values/ids'

/** The borrower set an absence period (fraværsperiode). `until` is its last day; null until the period is removed. */
export const AbsenceSet = defineEvent('AbsenceSet', 1, {
  open: { borrower: BorrowerId, absence: AbsenceId },
  sealed: { absence: { from: Day, until: nullable(Day) } },
})
export type AbsenceSet = EventOf<typeof AbsenceSet>
