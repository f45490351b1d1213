import type { NumberIsTaken } from '../../../../domain/use-cases/unique-borrower-numbers'
import type { HttpFailure } from './http-failure'

/** What the body of a request can name by its id or number. */
type NamedInBody = 'borrower' | 'copy' | 'fee' | 'branch'

/** The member of the body that names each of them. */
export type BodyMemberByKindOfThing<Member extends string = string> = Readonly<Partial<Record<NamedInBody, Member>>>

/**
 * What a failure says about: a borrower, a copy or a branch that does not exist, or a fee that the borrower does not
 * owe.
 */
export const unknownThingOf = (failure: HttpFailure): NamedInBody | undefined => {
  if (failure._tag === 'ScopeEnded') return failure.class === 'borrower' ? 'borrower' : undefined
  if (failure._tag !== 'Refused') return undefined
  const { refusal } = failure
  if (refusal._tag === 'CopyIsUnknown') return 'copy'
  if (refusal._tag === 'FeeIsNotOwed') return 'fee'
  if (refusal._tag === 'BranchIsUnknown') return 'branch'
  const isBorrowerUnknown =
    refusal._tag === 'BorrowerIsUnknown' ||
    (refusal._tag === 'LoanIsRefused' && refusal.because === 'borrowerUnknown') ||
    (refusal._tag === 'ReservationIsRefused' && refusal.because === 'patron_not_found')
  return isBorrowerUnknown ? 'borrower' : undefined
}

/** A failure about a member of the body, or what it names. It answers with a pointer to the member. */
export const failureAboutBodyMember = (member: string, failure: HttpFailure): HttpFailure => ({
  _tag: 'RefusedInBody',
  pointer: `/${member}`,
  failure,
})

/** The member of a body whose value a failure refuses: the first of these names that the body of the route has. */
const refusedMembers: Readonly<Partial<Record<string, ReadonlyArray<string>>>> = {
  AmountIsNothing: ['amount', 'by'],
  ReductionIsTooLarge: ['by'],
  AmountIsMoreThanLeft: ['amount'],
  AmountIsNotTheSum: ['amount'],
  PaymentNamesNoFee: ['fees'],
  PaymentNamesAFeeTwice: ['fees'],
  ReceiptIsNotValid: ['receipt'],
  ReceiptHasExpired: ['receipt'],
  ScopeIsUnknown: ['scope'],
  ClassCannotBeHeld: ['scope'],
  RecordingNeedsExplanation: ['reasonForBorrower'],
  BorrowerOfDisputeIsWrong: ['disputeWith'],
  LastDayIsNotAllowed: ['lastDay'],
  LastDayIsNotLater: ['lastDay'],
  TooFewParallelTitles: ['titles'],
  TooManyParallelTitles: ['titles'],
  ParallelTitleIsNamedTwice: ['titles'],
  ParallelTitlesAreRefused: ['titles'],
  InterestIsTooLong: ['interestUntil'],
  InterestIsOver: ['interestUntil'],
  AbsenceBeginsInPast: ['from'],
  AbsenceEndsInPast: ['until'],
  AbsenceEndsBeforeItBegins: ['until'],
  GuardianIsTheChild: ['cpr'],
  GuardianIsUnderAge: ['cpr'],
  PaperIsOfMonthToCome: ['paperMonth'],
  LoanIsOfAnotherCopy: ['loan'],
  CardIsUnknown: ['replaces'],
  ActIsInTheFuture: ['actedAt'],
  TooLate: ['actedAt'],
}

/** The member that names a number that is in use: a card has its number as `card` in a registration, else as `number`. */
const membersOfNumber: Readonly<Record<NumberIsTaken['kindOfNumber'], ReadonlyArray<string>>> = {
  number: ['number'],
  cpr: ['cpr'],
  card: ['card', 'number'],
}

const membersRefusedBy = (failure: HttpFailure): ReadonlyArray<string> => {
  if (failure._tag !== 'Refused') return refusedMembers[failure._tag] ?? []
  const { refusal } = failure
  return refusal._tag === 'NumberIsTaken' ? membersOfNumber[refusal.kindOfNumber] : (refusedMembers[refusal._tag] ?? [])
}

const refusedMemberOf = (failure: HttpFailure, names: ReadonlySet<string>): string | undefined =>
  membersRefusedBy(failure).find((name) => names.has(name))

/**
 * Points to the member of the body that a failure is about. What a request names and the library does not know answers
 * 404 when the path names it, and 422 with a pointer to the member when the body does; a refused value likewise.
 */
export const addBodyPointerToFailure =
  (members: BodyMemberByKindOfThing, names: ReadonlySet<string>) =>
  (failure: HttpFailure): HttpFailure => {
    const unknownThing = unknownThingOf(failure)
    const member = unknownThing === undefined ? refusedMemberOf(failure, names) : members[unknownThing]
    if (member === undefined) return failure
    const item =
      failure._tag === 'Refused' && failure.refusal._tag === 'FeeIsNotOwed' ? `/${String(failure.refusal.index)}` : ''
    return failureAboutBodyMember(member + item, failure)
  }
