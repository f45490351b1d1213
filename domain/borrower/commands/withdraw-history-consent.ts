import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { HistoryConsentWithdrawn } from '../events/history-consent-withdrawn'

/** The borrower withdraws the consent to a history. */
export interface WithdrawHistoryConsent {
  readonly type: 'WithdrawHistoryConsent'
  readonly borrower: BorrowerId
}

/** Without a consent it changes nothing. Refused: `BorrowerIsUnknown`. */
export const decideWithdrawHistoryConsent = ({ borrower }: WithdrawHistoryConsent): DecideFromState =>
  decideWhenRegistered(({ history }) =>
    history === null
      ? acceptedWithoutChange
      : E.right([HistoryConsentWithdrawn({ borrower, history: history.history }, {})]),
  )
