import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, GuardianId } from '../../values/ids'

/** Staff destroyed the paper on which a guardian was registered, after the guardianship had ended. */
export const GuardianPaperDestroyed = defineEvent('GuardianPaperDestroyed', 1, {
  open: { borrower: BorrowerId, guardian: GuardianId },
  sealed: {},
})
export type GuardianPaperDestroyed = EventOf<typeof GuardianPaperDestroyed>
