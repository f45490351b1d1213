import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, MunicipalityCode, StatisticsId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'
import { LoanRuleViolation } from '../../policy/loan-rule-violation'

/**
 * A loan was recorded after it had ended: its return, or a later loan of the copy, came first. It changes nothing about
 * where the copy is now.
 */
export const PastLoanRecorded = defineEvent('PastLoanRecorded', 1, {
  open: {
    loan: LoanId,
    statistics: StatisticsId,
    copy: CopyId,
    title: TitleId,
    /** Where the copy was lent. */
    branch: BranchId,
    lentOn: Day,
    returnedTo: BranchId,
    returnedOn: Day,
  },
  sealed: {
    loan: {
      borrower: BorrowerId,
      dueOn: Day,
      lentAt: Instant,
      returnedAt: Instant,
      borrowerGroup: BorrowerGroup,
      ageClass: AgeClass,
      name: t.string,
      /** Whether the borrower waited for the title. */
      fulfils: t.boolean,
      /** What the loan was against. */
      against: t.readonlyArray(LoanRuleViolation),
    },
    statistics: { borrowerGroup: BorrowerGroup, municipality: nullable(MunicipalityCode), ageClass: AgeClass },
  },
})
export type PastLoanRecorded = EventOf<typeof PastLoanRecorded>
