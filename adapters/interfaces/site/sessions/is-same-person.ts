import type { KnownCaller, Session } from './session'

/** As whom a caller acts: a borrower by the id, a guardian by each child, everybody else by the subject at the provider. */
const identitiesOf = (caller: KnownCaller): ReadonlyArray<string> => {
  if (caller.role === 'guardian') return caller.guardianships.map((guardianship) => `guardianship ${guardianship}`)
  return [caller.role === 'borrower' ? `borrower ${caller.subject}` : `subject ${caller.subject}`]
}

/**
 * Whether two sessions are of one person: they act as the same borrower, as the guardian of the same child, or under the same
 * subject at the provider of staff.
 */
export const isSamePerson = (one: Session, other: Session): boolean => {
  const identities = new Set(one.callers.flatMap(identitiesOf))
  return other.callers.flatMap(identitiesOf).some((identity) => identities.has(identity))
}
