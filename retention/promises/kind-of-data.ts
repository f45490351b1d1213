import type { ScopeClass } from '../../domain/event/scope-class'

/** A text in the two languages of the library. */
export interface TextInBothLanguages {
  readonly da: string
  readonly en: string
}

/** Whom the library shows a kind of data, or lets change it. An auditor sees that it is there, and nothing of it. */
export type PersonWithAccess = 'borrower' | 'staff' | 'administrator'

/**
 * Personal fields of events: sealed parts of a class. `every` are all members of the class; otherwise the members that are
 * named, `details.email` for a member of a member.
 */
export interface PersonalFields {
  readonly class: ScopeClass
  readonly members: 'every' | ReadonlyArray<string>
}

/**
 * A kind of data that the library holds on a borrower, and what it promises about it. The names are those of the public
 * list of Aalborg Libraries, where it has them.
 */
export interface KindOfData {
  readonly name: TextInBothLanguages
  /** Why the library holds it. */
  readonly purpose: TextInBothLanguages
  readonly legalBasis: TextInBothLanguages
  /** When it is forgotten, as it is said to borrowers. The deletion classes of the fields keep it. */
  readonly end: TextInBothLanguages
  readonly fields: readonly [PersonalFields, ...ReadonlyArray<PersonalFields>]
  readonly seenBy: ReadonlyArray<PersonWithAccess>
  /** Who may change it by itself. What follows from a loan, a reservation or a payment is changed by nobody. */
  readonly changedBy: ReadonlyArray<PersonWithAccess>
}
