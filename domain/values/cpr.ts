import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as t from 'io-ts'
import { brandedStringCodec } from './branded-string-codec'
import { Day } from './day'

/** The text is not a CPR number. The text is never repeated: it may be personal. */
export interface NotACprNumber {
  readonly _tag: 'NotACprNumber'
}

/** Two-digit years up to `until` belong to `century`, later ones to `otherwise`. */
interface Span {
  readonly until: number
  readonly century: number
  readonly otherwise: number
}

const whole1900s: Span = { until: 99, century: 1900, otherwise: 1900 }
const until2036: Span = { until: 36, century: 2000, otherwise: 1900 }
const until2057: Span = { until: 57, century: 2000, otherwise: 1800 }

/** The century by the seventh digit, as the Central Person Register defines it. */
const spans: Readonly<Record<string, Span>> = {
  '0': whole1900s,
  '1': whole1900s,
  '2': whole1900s,
  '3': whole1900s,
  '4': until2036,
  '5': until2057,
  '6': until2057,
  '7': until2057,
  '8': until2057,
  '9': until2036,
}

/** Added to the day of birth in replacement numbers, which people without a CPR number get. */
const addedToReplacements = 60

const yearOf = (number: string): number | null => {
  const span = spans[number.charAt(6)]
  const year = Number(number.slice(4, 6))
  return span === undefined ? null : year + (year <= span.until ? span.century : span.otherwise)
}

const dayOfMonth = (number: string): number => {
  const day = Number(number.slice(0, 2))
  return day > addedToReplacements ? day - addedToReplacements : day
}

const dayIn = (year: number, number: string): Day | null => {
  const day = `${year}-${number.slice(2, 4)}-${String(dayOfMonth(number)).padStart(2, '0')}`
  return Day.is(day) ? day : null
}

/** The day must exist in the calendar. Where a letter hides the century, a leap year is assumed. */
const existsInCalendar = (number: string): boolean => dayIn(yearOf(number) ?? 2000, number) !== null

/**
 * CPR number, DDMMYYSSSS without hyphen. Replacement numbers are valid (day of birth + 60, or letters in the serial).
 * Modulus 11 is not checked: numbers issued since 1 October 2007 may fail it.
 */
export const Cpr = brandedStringCodec('Cpr', /^[0-9]{6}[0-9A-Z]{4}$/, '0101585000', existsInCalendar)
export type Cpr = t.TypeOf<typeof Cpr>

/** Parses a CPR number as people write it: with or without hyphen, with spaces around it, in lower or upper case. */
export const parseCpr = (text: string): Either<NotACprNumber, Cpr> =>
  pipe(
    text
      .trim()
      .toUpperCase()
      .replace(/^([0-9]{6})-/, '$1'),
    E.fromPredicate(Cpr.is, (): NotACprNumber => ({ _tag: 'NotACprNumber' })),
  )

/** The date of birth; `null` when a letter replaces the digit that gives the century. */
export const birthDateOfCpr = (cpr: Cpr): Day | null => {
  const year = yearOf(cpr)
  return year === null ? null : dayIn(year, cpr)
}

/** Day, month and two-digit year, `DDMMYY`. */
const shortDateOf = (day: Day): string => day.slice(8) + day.slice(5, 7) + day.slice(2, 4)

/**
 * Whether somebody with this number can be born on a day. When a letter replaces the digit that gives the century, day,
 * month and two-digit year are compared.
 */
export const isBirthDatePossibleForCpr =
  (cpr: Cpr) =>
  (day: Day): boolean => {
    const birthDate = birthDateOfCpr(cpr)
    const shortDate = String(dayOfMonth(cpr)).padStart(2, '0') + cpr.slice(2, 6)
    return birthDate === null ? shortDate === shortDateOf(day) : birthDate === day
  }

/** Odd for men, even for women; `null` when the number ends with a letter. */
export const sexOfCpr = (cpr: Cpr): 'female' | 'male' | null => {
  const last = Number(cpr.slice(9))
  if (Number.isNaN(last)) return null
  return last % 2 === 1 ? 'male' : 'female'
}
