import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, BranchId } from '../../values/ids'
import { Language } from '../language'

/** Another home branch (tilhørsfilial) or another language (sprog). */
export const PreferencesChanged = defineEvent('PreferencesChanged', 1, {
  open: { borrower: BorrowerId },
  sealed: { borrower: { homeBranch: BranchId, language: Language } },
})
export type PreferencesChanged = EventOf<typeof PreferencesChanged>
