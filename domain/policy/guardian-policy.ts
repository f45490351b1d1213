import { ageInYears, type Day } from '../values/day'

/** The ages at which the rights of guardians end. In whole years. */
export interface GuardianPolicy {
  /** From this age on nobody answers for a borrower. A guardian has reached it. */
  readonly ageOfMajority: number
  /** A guardian sees the titles of children below this age only. */
  readonly titlesBelowAge: number
}

/**
 * A parent or guardian answers for a borrower under 18. From 15 on a child decides alone who sees what they borrow, as the
 * Danish Data Protection Agency holds of children who can judge it.
 */
export const defaultGuardianPolicy: GuardianPolicy = { ageOfMajority: 18, titlesBelowAge: 15 }

const isYoungerOn = (age: number) => (birthDate: Day | null) => (day: Day) =>
  birthDate !== null && ageInYears(birthDate)(day) < age

/** Whether a guardian answers for a borrower on a day. For a borrower whose birth date is unknown nobody answers. */
export const isMinorOn = ({ ageOfMajority }: Pick<GuardianPolicy, 'ageOfMajority'>) => isYoungerOn(ageOfMajority)

/** Whether a guardian sees on a day which titles a borrower has. */
export const doesGuardianSeeTitlesOn = ({ titlesBelowAge }: Pick<GuardianPolicy, 'titlesBelowAge'>) =>
  isYoungerOn(titlesBelowAge)
