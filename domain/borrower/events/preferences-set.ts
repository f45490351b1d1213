import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, PreferenceId } from '../../values/ids'
import { preferenceFields } from '../personal-details'

/**
 * The home branch or the language of messages changed. What was replaced is erased with the closing of the next month;
 * `replaces` is null when it was sealed with the borrower, and is erased with the borrower.
 */
export const PreferencesSet = defineEvent('PreferencesSet', 1, {
  open: { borrower: BorrowerId, preference: PreferenceId, replaces: nullable(PreferenceId) },
  sealed: { preference: preferenceFields },
})
export type PreferencesSet = EventOf<typeof PreferencesSet>
