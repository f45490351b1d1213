import { either as E } from 'fp-ts'
import type { BorrowerId, PreferenceId } from '../../values/ids'
import type { CurrentPreferences } from '../borrower-state'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { PreferencesSet } from '../events/preferences-set'
import type { BorrowerPreferences } from '../personal-details'

/** Changes the home branch (tilhørsfilial) or the language (sprog). The command names both. They get an id of their own. */
export interface ChangePreferences extends BorrowerPreferences {
  readonly type: 'ChangePreferences'
  readonly borrower: BorrowerId
  readonly preference: PreferenceId
}

const isUnchanged =
  ({ homeBranch, language }: ChangePreferences) =>
  ({ details }: CurrentPreferences): boolean =>
    details._tag === 'Plain' && details.value.homeBranch === homeBranch && details.value.language === language

/** When the preferences are the same, there is no event. Refused: `BorrowerIsUnknown`. */
export const decideChangePreferences = (command: ChangePreferences): DecideFromState =>
  decideWhenRegistered(({ preferences }) => {
    const { borrower, preference, homeBranch, language } = command
    return isUnchanged(command)(preferences)
      ? acceptedWithoutChange
      : E.right([
          PreferencesSet(
            { borrower, preference, replaces: preferences.preference },
            { preference: { homeBranch, language } },
          ),
        ])
  })
