import { ageInYears, type Day } from '../values/day'
import type { AgeClass } from './age-class'

/** Borrowers of fourteen and over pay the adult's fee; younger ones, and those of unknown age, the child's. */
export const defaultAdultFeeAge = 14

/** The age class of a borrower on a day. `adultAge` is in years. */
export const ageClassOn =
  (adultAge: number) =>
  (birthDate: Day | null) =>
  (day: Day): AgeClass =>
    birthDate !== null && ageInYears(birthDate)(day) >= adultAge ? 'adult' : 'child'

/**
 * Whether a borrower is old enough for a material on a day. The limit is in whole years; null is no limit. With an
 * unknown birth date no limit is met.
 */
export const isBorrowerOldEnough =
  (limit: number | null) =>
  (birthDate: Day | null) =>
  (day: Day): boolean =>
    limit === null || (birthDate !== null && ageInYears(birthDate)(day) >= limit)
