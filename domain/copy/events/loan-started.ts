import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, MunicipalityCode, StatisticsId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'
import { LoanRuleViolation } from '../../policy/loan-rule-violation'

/** A copy was lent. The borrower and the due day are erased with the loan. */
export const LoanStarted = defineEvent('LoanStarted', 1, {
  open: { loan: LoanId, statistics: StatisticsId, copy: CopyId, title: TitleId, branch: BranchId, lentOn: Day },
  sealed: {
    loan: {
      borrower: BorrowerId,
      dueOn: Day,
      lentAt: Instant,
      borrowerGroup: BorrowerGroup,
      ageClass: AgeClass,
      name: t.string,
      /** Whether the borrower waited for the title. The reservation itself is erased at once. */
      fulfils: t.boolean,
      /** What a recorded loan was against; empty for a loan decided here. */
      against: t.readonlyArray(LoanRuleViolation),
    },
    statistics: { borrowerGroup: BorrowerGroup, municipality: nullable(MunicipalityCode), ageClass: AgeClass },
  },
})
export type LoanStarted = EventOf<typeof LoanStarted>
