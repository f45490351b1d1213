import type { ScopeClass } from '../../domain/event/scope-class'

/** A text in the two languages of the library. */
export interface TextInBothLanguages {
  readonly da: string
  readonly en: string
}

/**
 * Whom the library shows a kind of data, or lets change it. A machine acts for the borrower who stands at it. A guardian
 * is the one of the borrower. An auditor sees that a value is there, and not what it is.
 */
export type PersonWithAccess = 'borrower' | 'staff' | 'administrator' | 'guardian' | 'dutyOfficer' | 'videoInvestigator'

export const borrowerAndStaff: ReadonlyArray<PersonWithAccess> = ['borrower', 'staff']

/** Personal fields of events: members of the sealed parts of a class, `details.email` for a member of a member. */
export interface PersonalFields {
  readonly class: ScopeClass
  readonly members: readonly [string, ...ReadonlyArray<string>]
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
  /** Classes whose other shown values belong here too: they are derived, as the day on which a loan is forgotten. */
  readonly derivedFrom?: ReadonlyArray<ScopeClass>
  /** Members of answers that belong here, of a class whose other derived members belong to another row. */
  readonly shownAs?: PersonalFields
  readonly seenBy: ReadonlyArray<PersonWithAccess>
  /** Who may change a value directly, after it was recorded, or add to it a decision on it. */
  readonly changedBy: ReadonlyArray<PersonWithAccess>
}
