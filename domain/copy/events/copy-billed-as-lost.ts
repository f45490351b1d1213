import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../values/ids'
import { Ore } from '../../values/ore'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'

/** A copy was not returned 35 days after its due day. It counts as lost, and the loan ends. */
export const CopyBilledAsLost = defineEvent('CopyBilledAsLost', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, branch: BranchId, billedOn: Day },
  sealed: {
    loan: {
      borrower: BorrowerId,
      lentOn: Day,
      dueOn: Day,
      borrowerGroup: BorrowerGroup,
      ageClass: AgeClass,
      name: t.string,
      price: Ore,
    },
  },
})
export type CopyBilledAsLost = EventOf<typeof CopyBilledAsLost>
