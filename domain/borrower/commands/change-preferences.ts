import { either as E } from 'fp-ts'
import type { BorrowerId, BranchId } from '../../values/ids'
import { nothingNew, whenRegistered, type Decision } from '../decision'
import { PreferencesChanged } from '../events/preferences-changed'
import type { Language } from '../language'
import type { Registered } from '../state'

/** Another home branch (tilhørsfilial) or another language (sprog); both are given, changed or not. */
export interface ChangePreferences {
  readonly type: 'ChangePreferences'
  readonly borrower: BorrowerId
  readonly homeBranch: BranchId
  readonly language: Language
}

const isUnchanged =
  ({ homeBranch, language }: ChangePreferences) =>
  ({ preferences }: Registered): boolean =>
    preferences._tag === 'Plain' &&
    preferences.value.homeBranch === homeBranch &&
    preferences.value.language === language

/** The same preferences again change nothing. Refused: `BorrowerIsUnknown`. */
export const changePreferences = (command: ChangePreferences): Decision =>
  whenRegistered((registered) => {
    const { borrower, homeBranch, language } = command
    return isUnchanged(command)(registered)
      ? nothingNew
      : E.right([PreferencesChanged({ borrower }, { borrower: { homeBranch, language } })])
  })
