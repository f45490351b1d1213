import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { CopyId, LoanId, OfflineCaseId, TitleId } from '../../../../../domain/values/ids'
import { LoanConflict } from '../../../../../domain/policy/loan-conflict'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { personalValue } from '../../codecs/personal-value'
import { objectCodec } from '../../codecs/object-codec'
import { OfflineCaseReason } from '../offline-cases/offline-case-codecs'

/**
 * A loan as its borrower sees it; `forgottenOn` is set once that day is known. The log shows the loan id and the day of
 * its end beside the copy, so each of them, shown beside a borrower, would join borrower and copy: both are personal
 * here.
 */
export const LoanAnswer = objectCodec('Loan', {
  loan: personalValue('loan')(LoanId),
  copy: personalValue('loan')(CopyId),
  title: personalValue('loan')(TitleId),
  name: personalValue('loan')(t.string),
  lentOn: personalValue('loan')(Day),
  dueOn: personalValue('loan')(Day),
  endedOn: personalValue('loan')(nullableCodec(Day)),
  end: personalValue('loan')(nullableCodec(t.keyof({ returned: null, billed: null, claimed: null, writtenOff: null }))),
  claimedOn: personalValue('loan')(nullableCodec(Day)),
  forgottenOn: personalValue('loan')(nullableCodec(Day)),
})

/** What a loan of an offline machine was against, also when it is not run. */
export const NewLoanConflict = t.keyof({ ...LoanConflict.keys, copyUnknown: null })
export type NewLoanConflict = t.TypeOf<typeof NewLoanConflict>

/**
 * The answer of lending. `against` has what a loan of an offline machine was against; then `case` names what staff must
 * resolve. A card that nobody has gives no loan, and neither does a copy that the library does not know.
 */
export const NewLoanAnswer = objectCodec('NewLoanMade', {
  loan: nullableCodec(LoanId),
  copy: CopyId,
  dueOn: nullableCodec(Day),
  against: listCodec(NewLoanConflict),
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

export const LoanUndoneAnswer = objectCodec('LoanUndone', { loan: LoanId, copy: CopyId })
