import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, CopyId, LoanId, MunicipalityCode, StatisticsId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'
import { LoanRuleViolation } from '../../policy/loan-rule-violation'

const open = { loan: LoanId, statistics: StatisticsId, copy: CopyId, title: TitleId, branch: BranchId, lentOn: Day }

const loan = {
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
}

const statistics = { borrowerGroup: BorrowerGroup, municipality: nullable(MunicipalityCode), ageClass: AgeClass }

/** The first version: of a loan for which no refusal was overridden, and which continues no other. */
export const LoanStartedVersion1: AnyEventDefinition & { readonly type: 'LoanStarted' } = defineEvent(
  'LoanStarted',
  1,
  { open, sealed: { loan, statistics } },
)

/**
 * A copy was lent. The borrower and the due day are erased with the loan. `override` and `continues` are texts of one
 * width: see `textOfRefusalOverride` and `textOfContinuedLoan`.
 */
export const LoanStarted = defineEvent(
  'LoanStarted',
  2,
  { open, sealed: { loan: { ...loan, override: t.string, continues: t.string }, statistics } },
  {
    open: (part) => part,
    sealed: { loan: (part) => ({ ...(part as object), override: '', continues: '' }), statistics: (part) => part },
  },
)
export type LoanStarted = EventOf<typeof LoanStarted>
