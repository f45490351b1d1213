import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, CopyId, LoanId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { RenewalConflict } from '../../policy/renewal-outcome'

/** A machine that was offline renewed a loan against the rules, or after the loan had ended. */
export const RenewalConflictRecorded = defineEvent('RenewalConflictRecorded', 1, {
  open: { loan: LoanId, copy: CopyId },
  sealed: { loan: { borrower: BorrowerId, renewedAt: Instant, against: t.readonlyArray(RenewalConflict) } },
})
export type RenewalConflictRecorded = EventOf<typeof RenewalConflictRecorded>
