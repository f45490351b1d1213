import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'

/** A loan had ended earlier than the log said: an earlier return, or a later loan of the copy, came afterwards. */
export const LoanEndCorrected = defineEvent('LoanEndCorrected', 1, {
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
      /** The day on which the log had the loan end. */
      previouslyEndedOn: Day,
    },
  },
})
export type LoanEndCorrected = EventOf<typeof LoanEndCorrected>
