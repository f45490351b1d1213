import type { HttpFailure } from './http-failure'

/** What the body of a request can name by its id or number. */
export type NamedInBody = 'borrower' | 'copy' | 'fee' | 'branch'

/** The member of the body that names each of them. */
export type BodyMembers<Member extends string = string> = Readonly<Partial<Record<NamedInBody, Member>>>

/** What a failure says about: a borrower, a copy or a branch that does not exist, or a fee that the borrower does not owe. */
const unknownThingOf = (failure: HttpFailure): NamedInBody | undefined => {
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

/** A failure about something that a member of the body names. It answers 422 with a pointer to the member. */
export const unknownInBody = (member: string, failure: HttpFailure): HttpFailure => ({
  _tag: 'UnknownInBody',
  pointer: `/${member}`,
  failure,
})

/**
 * The one rule for what a request names and the library does not know: in the path it answers 404, in the body 422 with
 * a pointer to the member.
 */
export const pointToBodyMember =
  (members: BodyMembers) =>
  (failure: HttpFailure): HttpFailure => {
    const unknownThing = unknownThingOf(failure)
    const member = unknownThing === undefined ? undefined : members[unknownThing]
    return member === undefined ? failure : unknownInBody(member, failure)
  }
