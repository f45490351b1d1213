import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../values/ids'

/** A loan made by mistake was undone the same day. A reservation that it had fulfilled is restored. */
export const LoanUndone = defineEvent('LoanUndone', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, branch: BranchId, undoneOn: Day },
  sealed: { loan: { borrower: BorrowerId, fulfilled: t.boolean } },
})
export type LoanUndone = EventOf<typeof LoanUndone>
