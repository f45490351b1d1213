import { yearsFrom, type Day } from '../values/day'
import type { AgeClass } from './age-class'

/** Fourteen and over pay the adult's fee; anybody younger pays the child's, and so does one whose age is unknown. */
export const defaultAdultFrom = 14

/** The column of the fee table in which a borrower stands on a day. `adultFrom` is in years. */
export const ageClass =
  (adultFrom: number) =>
  (birthDate: Day | null) =>
  (day: Day): AgeClass =>
    birthDate !== null && yearsFrom(birthDate)(day) >= adultFrom ? 'adult' : 'child'

/**
 * Whether somebody is old enough for a material on a day. The limit is in whole years; null is no limit.
 * An unknown birth date is old enough for none that has a limit.
 */
export const isOldEnough =
  (limit: number | null) =>
  (birthDate: Day | null) =>
  (day: Day): boolean =>
    limit === null || (birthDate !== null && yearsFrom(birthDate)(day) >= limit)
