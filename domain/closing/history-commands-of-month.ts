import type { WriteHistory } from '../borrower/commands/write-history'
import type { BorrowerId, TitleId } from '../values/ids'
import type { Month } from '../values/month'

/** A borrower who has consented to a history, and what they were lent in a month. */
export interface ConsentingBorrower {
  readonly borrower: BorrowerId
  readonly givenIn: Month
  readonly titles: ReadonlyArray<TitleId>
}

/** One entry for each borrower who had consented before the month, whether or not they borrowed. */
export const historyCommandsOfMonth =
  (month: Month) =>
  (borrowers: ReadonlyArray<ConsentingBorrower>): ReadonlyArray<WriteHistory> =>
    borrowers
      .filter(({ givenIn }) => givenIn < month)
      .map(({ borrower, titles }) => ({ type: 'WriteHistory', borrower, month, titles }))
