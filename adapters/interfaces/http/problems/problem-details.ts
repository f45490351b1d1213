import type { CommandRefusalOverHttp, HttpFailure, FailureTag, RefusedInBody } from './http-failure'
import { erasureRefusalText } from './erasure-refusal-texts'
import { httpFailureTexts } from './http-failure-texts'
import { numberIsTakenTexts } from './number-is-taken-texts'
import { problemMembers } from './problem-members'
import {
  lendingRefusalReasonTexts,
  otherRenewalReasonText,
  renewalRefusalReasonTexts,
  reservationRefusalReasonTexts,
} from './refusal-reason-texts'
import { amountIsMoreThanLeftText, amountIsNotTheSumText, reimbursementRefusalTexts } from './refusal-texts'
import type { ProblemText, AnswerLanguage } from './http-problem-text'
import { videoRefusalReasonTexts } from './video-refusal-texts'
import { tokenRefusalTexts } from './token-refusal-texts'

/** Problem details (RFC 9457). */
interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly [more: string]: unknown
}

const toKebabCase = (tag: string): string => tag.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()

/** The type URI of a problem; it never changes. */
export const problemTypeOf = (tag: FailureTag): string => `urn:glemsom:problem:${toKebabCase(tag)}`

const refusalReasonText = (refusal: CommandRefusalOverHttp): ProblemText => {
  if (refusal._tag === 'LoanIsRefused') return lendingRefusalReasonTexts[refusal.because]
  if (refusal._tag === 'HoldsOrOwes') return erasureRefusalText(refusal.obstacles)
  if (refusal._tag === 'RenewalIsDenied')
    return refusal.why === undefined ? renewalRefusalReasonTexts[refusal.answer] : otherRenewalReasonText(refusal.why)
  if (refusal._tag === 'VideoRequestIsRefused') return videoRefusalReasonTexts[refusal.because]
  if ('isReimbursement' in refusal) return reimbursementRefusalTexts[refusal._tag]
  if (refusal._tag === 'NumberIsTaken') return numberIsTakenTexts[refusal.kindOfNumber]
  if (refusal._tag === 'AmountIsNotTheSum') return amountIsNotTheSumText(refusal.sum)
  if (refusal._tag === 'AmountIsMoreThanLeft') return amountIsMoreThanLeftText(refusal.left)
  return refusal._tag === 'ReservationIsRefused'
    ? reservationRefusalReasonTexts[refusal.because]
    : httpFailureTexts[refusal._tag]
}

const textOf = (failure: Exclude<HttpFailure, RefusedInBody>): ProblemText => {
  if (failure._tag === 'Refused') return refusalReasonText(failure.refusal)
  return failure._tag === 'TokenIsRefused' ? tokenRefusalTexts[failure.because] : httpFailureTexts[failure._tag]
}

const allowedRoles = { da: 'Roller, der må:', en: 'Roles that may:' }

/** The names of the roles that may, to add to the text; empty when the failure is not about a role. */
const rolesText = (language: AnswerLanguage, failure: HttpFailure): string =>
  'roles' in failure && failure.roles.length > 0 ? ` ${allowedRoles[language]} ${failure.roles.join(', ')}.` : ''

/** A title says nothing of the single case, but for whether it is a fee or a reimbursement. */
const titleOf = (failure: HttpFailure): ProblemText =>
  failure._tag === 'Refused' && 'isReimbursement' in failure.refusal
    ? reimbursementRefusalTexts[failure.refusal._tag]
    : httpFailureTexts[failureTagOf(failure)]

/** What a caller should know beyond the text: the latest day, whether staff have a case, or what is missing for one. */
const hintsOf = (failure: HttpFailure): ReadonlyArray<Readonly<Record<AnswerLanguage, string>>> => [
  ...('latest' in failure
    ? [{ da: ` Den seneste dag er ${failure.latest}.`, en: ` The latest day is ${failure.latest}.` }]
    : []),
  ...('hasCase' in failure ? [{ da: ' Personalet har fået en sag.', en: ' Staff have a case.' }] : []),
  ...('copyIsMissing' in failure
    ? [
        {
          da: ' Send også eksemplaret (copy), så får personalet en sag.',
          en: ' Send the copy too: then staff get a case.',
        },
      ]
    : []),
]

/** Answers a borrower whose scope has ended as an unknown borrower, like every look-up. */
const hideEndedBorrower = (failure: HttpFailure): HttpFailure =>
  failure._tag === 'ScopeEnded' && failure.class === 'borrower'
    ? { _tag: 'Refused', refusal: { _tag: 'BorrowerIsUnknown' } }
    : failure

/** The name of a failure, or of the refusal or failure in it. */
export const failureTagOf = (failure: HttpFailure): FailureTag => {
  if (failure._tag === 'RefusedInBody') return failureTagOf(failure.failure)
  return failure._tag === 'Refused' ? failure.refusal._tag : failure._tag
}

/** A number that is in use stays a conflict (409): what the body names exists. */
const refusedInBodyDetails = (language: AnswerLanguage, { pointer, failure }: RefusedInBody): ProblemDetails => {
  const problem = toProblemDetails(language)(failure)
  const status = failureTagOf(failure) === 'NumberIsTaken' ? problem.status : 422
  return { ...problem, status, errors: [{ in: 'body', pointer, detail: problem.detail }] }
}

/** Turns a failure into problem details in a language. No sent or stored value is repeated. */
export const toProblemDetails =
  (language: AnswerLanguage) =>
  (originalFailure: HttpFailure): ProblemDetails => {
    const failure = hideEndedBorrower(originalFailure)
    if (failure._tag === 'RefusedInBody') return refusedInBodyDetails(language, failure)
    const text = textOf(failure)
    const tag = failureTagOf(failure)
    return {
      type: problemTypeOf(tag),
      title: titleOf(failure)[language],
      status: text.status,
      detail: [text, ...hintsOf(failure)].map((part) => part[language]).join('') + rolesText(language, failure),
      ...problemMembers(language)(failure),
    }
  }
