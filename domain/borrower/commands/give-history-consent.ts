import { either as E } from 'fp-ts'
import type { BorrowerId, HistoryId } from '../../values/ids'
import type { Month } from '../../values/month'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { HistoryConsentGiven } from '../events/history-consent-given'

/** The borrower consents to a history of their loans, by themselves or through staff. */
export interface GiveHistoryConsent {
  readonly type: 'GiveHistoryConsent'
  readonly borrower: BorrowerId
  readonly history: HistoryId
  readonly givenIn: Month
  readonly givenBy: 'borrower' | 'staff'
}

/** A consent that stands is not given again. Refused: `BorrowerIsUnknown`. */
export const decideGiveHistoryConsent = ({
  borrower,
  history,
  givenIn,
  givenBy,
}: GiveHistoryConsent): DecideFromState =>
  decideWhenRegistered((state) =>
    state.history === null
      ? E.right([HistoryConsentGiven({ borrower, history, givenIn }, { history: { givenBy } })])
      : acceptedWithoutChange,
  )
