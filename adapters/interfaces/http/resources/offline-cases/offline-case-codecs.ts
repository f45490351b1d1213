import * as t from 'io-ts'
import { UnmatchedActKind, UnmatchedReason } from '../../../../../domain/copy/events/unmatched-act-recorded'
import { LoanRuleViolation } from '../../../../../domain/policy/loan-rule-violation'
import type { RenewalConflict } from '../../../../../domain/policy/renewal-outcome'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, BranchId, CopyId, OfflineCaseId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { renewalReasons } from '../../problems/refusal-reasons'

/**
 * Why a machine's act is a case: the rules that a loan broke, why a renewal was against the log, or a counted lateness.
 */
export const OfflineCaseReason = t.keyof({
  ...LoanRuleViolation.keys,
  titleReserved: null,
  renewalLimitReached: null,
  loanEnded: null,
  noLoanPeriod: null,
  tooEarly: null,
  claimedReturned: null,
  otherReason: null,
  countedAsLate: null,
})
export type OfflineCaseReason = t.TypeOf<typeof OfflineCaseReason>

/** The words of this interface for what a renewal was against. */
export const toOfflineCaseReason = (against: RenewalConflict | LoanRuleViolation): OfflineCaseReason =>
  (against in renewalReasons ? renewalReasons[against as keyof typeof renewalReasons] : against) as OfflineCaseReason

const loanValue = personalValueCodec('loan')
const unmatchedValue = personalValueCodec('unmatched')

/** A case is named by the loan that it is about. */
export const OfflineLoanCaseAnswer = objectCodec('LoanCase', {
  case: loanValue(OfflineCaseId),
  act: loanValue(t.keyof({ loan: null, return: null, renewal: null })),
  copy: loanValue(CopyId),
  borrower: loanValue(BorrowerId),
  happenedAt: loanValue(Instant),
  against: loanValue(listCodec(OfflineCaseReason)),
  recordedOn: loanValue(Day),
})

/** What a machine did that is not run, or is run at another branch than the one that it sent. */
export const UnmatchedCaseAnswer = objectCodec('UnmatchedCase', {
  case: unmatchedValue(OfflineCaseId),
  act: unmatchedValue(UnmatchedActKind),
  because: unmatchedValue(UnmatchedReason),
  copy: unmatchedValue(CopyId),
  branch: unmatchedValue(nullableCodec(BranchId)),
  presented: unmatchedValue(nullableCodec(t.string)),
  happenedAt: unmatchedValue(Instant),
  recordedOn: unmatchedValue(Day),
})
