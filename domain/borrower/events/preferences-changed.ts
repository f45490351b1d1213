import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId } from '../../values/ids'
import { preferenceFields } from '../personal-details'

/** The preferences changed, in older folders: `PreferencesSet` records it. What is sealed here is erased with the borrower. */
export const PreferencesChanged = defineEvent('PreferencesChanged', 1, {
  open: { borrower: BorrowerId },
  sealed: { borrower: preferenceFields },
})
export type PreferencesChanged = EventOf<typeof PreferencesChanged>
