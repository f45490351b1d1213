import type { MessageItem } from '../../domain/message/message-item'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { unsettledFeesOfBorrower } from '../fees/fee-queries'
import { loansToReturnOfBorrower } from '../loans/loan-queries'
import { withEffectiveDueDay } from '../loans/loan-with-effective-due-day'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { itemOfFee, itemOfLoan } from './message-items'

/** What the statement of outstanding matters tells on a day: overdue loans, longest overdue first, and unpaid fees. */
export const statementItems =
  (deadlineAt: EffectiveDeadline) =>
  (borrower: BorrowerId, today: Day) =>
  (rows: ReadModelRows): ReadonlyArray<MessageItem> => [
    ...loansToReturnOfBorrower(borrower)(rows)
      .map(withEffectiveDueDay(deadlineAt))
      .filter(({ dueOn }) => dueOn < today)
      .map(itemOfLoan),
    ...unsettledFeesOfBorrower(borrower)(rows).map(itemOfFee(rows)),
  ]
