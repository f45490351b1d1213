import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, GuardianId } from '../../values/ids'
import { guardianFields } from '../guardian-details'

/**
 * A guardian answers for the borrower, in place of an earlier one (`replaces`), if any. What was known of the earlier one is
 * erased with the closing of the next month.
 */
export const GuardianRegistered = defineEvent('GuardianRegistered', 1, {
  open: { borrower: BorrowerId, guardian: GuardianId, replaces: nullable(GuardianId) },
  sealed: { guardian: guardianFields },
})
export type GuardianRegistered = EventOf<typeof GuardianRegistered>
