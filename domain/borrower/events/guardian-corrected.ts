import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, GuardianId } from '../../values/ids'
import { guardianFields } from '../guardian-details'

/**
 * What is known of the guardian was corrected, by the guardian or by staff; it is the same guardianship. What was replaced is
 * erased with the closing of the next month.
 */
export const GuardianCorrected = defineEvent('GuardianCorrected', 1, {
  open: { borrower: BorrowerId, guardian: GuardianId, replaces: GuardianId },
  sealed: { guardian: guardianFields },
})
export type GuardianCorrected = EventOf<typeof GuardianCorrected>
