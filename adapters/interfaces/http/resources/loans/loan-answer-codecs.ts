import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { CopyId, LoanId, OfflineCaseId, TitleId } from '../../../../../domain/values/ids'
import { LoanRuleViolation } from '../../../../../domain/policy/loan-rule-violation'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { objectCodec } from '../../codecs/object-codec'
import { placeOfCopyMembers } from '../copies/copy-answer-codecs'
import { OfflineCaseReason } from '../offline-cases/offline-case-codecs'

/**
 * A loan as its borrower sees it; `forgottenOn` is set once that day is known. The log shows the loan id and the day of
 * its end beside the copy, so each of them, shown beside a borrower, would join borrower and copy: both are personal
 * here.
 */
export const LoanAnswer = objectCodec('Loan', {
  loan: personalValueCodec('loan')(LoanId),
  copy: personalValueCodec('loan')(CopyId),
  title: personalValueCodec('loan')(TitleId),
  name: personalValueCodec('loan')(t.string),
  lentOn: personalValueCodec('loan')(Day),
  dueOn: personalValueCodec('loan')(Day),
  endedOn: personalValueCodec('loan')(nullableCodec(Day)),
  end: personalValueCodec('loan')(
    nullableCodec(t.keyof({ returned: null, billed: null, claimed: null, writtenOff: null })),
  ),
  claimedOn: personalValueCodec('loan')(nullableCodec(Day)),
  forgottenOn: personalValueCodec('loan')(nullableCodec(Day)),
})

/** What a loan of an offline machine was against, also when it is not run. */
export const OfflineLoanConflict = t.keyof({ ...LoanRuleViolation.keys, copyUnknown: null })
export type OfflineLoanConflict = t.TypeOf<typeof OfflineLoanConflict>

/**
 * The answer of lending. `against` has what a loan of an offline machine was against; then `case` names what staff must
 * resolve. A card that nobody has gives no loan, and neither does a copy that the library does not know.
 */
export const NewLoanAnswer = objectCodec('NewLoanMade', {
  loan: nullableCodec(LoanId),
  copy: CopyId,
  dueOn: nullableCodec(Day),
  wasReservedForAnother: t.boolean,
  against: listCodec(OfflineLoanConflict),
  case: nullableCodec(OfflineCaseId),
})

/** What a renewal of an offline machine was against, also when it is not run. */
export const OfflineRenewalConflict = t.keyof({ ...OfflineCaseReason.keys, loanUnknown: null, copyUnknown: null })
export type OfflineRenewalConflict = t.TypeOf<typeof OfflineRenewalConflict>

/**
 * The answer of renewing. `against` has what a renewal of an offline machine was against; then `case` names what staff
 * must resolve. A loan that the library does not know any more has no due day.
 */
export const LoanRenewedAnswer = objectCodec('LoanChanged', {
  loan: LoanId,
  copy: CopyId,
  dueOn: nullableCodec(Day),
  against: listCodec(OfflineRenewalConflict),
  case: nullableCodec(OfflineCaseId),
})

/** The answer of undoing a loan, with the place where the copy belongs now. */
export const LoanUndoneAnswer = objectCodec('LoanUndone', { loan: LoanId, copy: CopyId, ...placeOfCopyMembers })
