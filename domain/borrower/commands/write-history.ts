import { either as E } from 'fp-ts'
import type { BorrowerId, TitleId } from '../../values/ids'
import type { Month } from '../../values/month'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { HistoryWritten } from '../events/history-written'
import { loanHistoryEntryOfTitles } from '../history/history-entry'

/** Writes a month into the history of a borrower, as part of the month's closing. */
export interface WriteHistory {
  readonly type: 'WriteHistory'
  readonly borrower: BorrowerId
  readonly month: Month
  /** The titles that the borrower was lent in the month. */
  readonly titles: ReadonlyArray<TitleId>
}

/**
 * Once for each month after that of the consent. Without a consent it changes nothing. Refused: `BorrowerIsUnknown`.
 */
export const decideWriteHistory = ({ borrower, month, titles }: WriteHistory): DecideFromState =>
  decideWhenRegistered(({ history }) =>
    history === null || history.writtenUpTo >= month
      ? acceptedWithoutChange
      : E.right([
          HistoryWritten(
            { borrower, history: history.history, month },
            { history: { entry: loanHistoryEntryOfTitles(titles) } },
          ),
        ]),
  )
