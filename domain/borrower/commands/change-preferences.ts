import { either as E } from 'fp-ts'
import type { BorrowerId, BranchId } from '../../values/ids'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { PreferencesChanged } from '../events/preferences-changed'
import type { MessageLanguage } from '../message-language'
import type { RegisteredBorrower } from '../borrower-state'

/** Changes the home branch (tilhørsfilial) or the language (sprog). The command names both. */
export interface ChangePreferences {
  readonly type: 'ChangePreferences'
  readonly borrower: BorrowerId
  readonly homeBranch: BranchId
  readonly language: MessageLanguage
}

const isUnchanged =
  ({ homeBranch, language }: ChangePreferences) =>
  ({ preferences }: RegisteredBorrower): boolean =>
    preferences._tag === 'Plain' &&
    preferences.value.homeBranch === homeBranch &&
    preferences.value.language === language

/** When the preferences are the same, there is no event. Refused: `BorrowerIsUnknown`. */
export const decideChangePreferences = (command: ChangePreferences): DecideFromState =>
  decideWhenRegistered((registered) => {
    const { borrower, homeBranch, language } = command
    return isUnchanged(command)(registered)
      ? acceptedWithoutChange
      : E.right([PreferencesChanged({ borrower }, { borrower: { homeBranch, language } })])
  })
