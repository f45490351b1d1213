import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'

/** A copy on loan was returned. The loan ends, and is erased 30 days later. */
export const LoanReturned = defineEvent('LoanReturned', 1, {
  open: { loan: LoanId, copy: CopyId, title: TitleId, branch: BranchId, returnedOn: Day },
  sealed: {
    loan: {
      borrower: BorrowerId,
      lentOn: Day,
      dueOn: Day,
      returnedAt: Instant,
      borrowerGroup: BorrowerGroup,
      ageClass: AgeClass,
      name: t.string,
    },
  },
})
export type LoanReturned = EventOf<typeof LoanReturned>
