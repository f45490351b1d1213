import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, BranchId } from '../../values/ids'
import { MessageLanguage } from '../message-language'

/** The home branch (tilhørsfilial) or the language (sprog) changed. */
export const PreferencesChanged = defineEvent('PreferencesChanged', 1, {
  open: { borrower: BorrowerId },
  sealed: { borrower: { homeBranch: BranchId, language: MessageLanguage } },
})
export type PreferencesChanged = EventOf<typeof PreferencesChanged>
