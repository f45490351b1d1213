import * as E from 'fp-ts/Either'
import { Cpr, parseCpr } from './cpr'

const digit = /\p{Nd}/u
const anyDigit = /\p{Nd}/gu

/** The value of a decimal digit in any script: each script has its digits 0 to 9 in one run of ten code points. */
const digitValue = (written: string): string => {
  const code = written.codePointAt(0) ?? 0
  let offset = 0
  while (digit.test(String.fromCodePoint(code - offset - 1))) offset += 1
  return String(offset % 10)
}

/** Replaces digits of every script by 0 to 9, and normalizes the text (NFKC). */
const normalizeDigits = (text: string): string => text.normalize('NFKC').replace(anyDigit, digitValue)

/**
 * A CPR number with letters (a replacement number). Before a serial that begins with a letter only a hyphen may stand.
 */
const cprWithLetters =
  /(?<![0-9])([0-9]{6})(?:[^\p{L}0-9]{0,3}(?=[0-9]{3})|\p{Pd}?(?=[A-Za-z]*[0-9]))([0-9A-Za-z]{4})(?![0-9\p{L}])/gu

/**
 * Whether the groups begin with a date such as `01.02.2026 10`: a full year stands where a CPR number has its fifth to
 * eighth digit.
 */
const startsWithDate = (groups: ReadonlyArray<string>): boolean => {
  let digitsBefore = 0
  return groups.some((group) => {
    const start = digitsBefore
    digitsBefore += group.length
    return start === 4 && /^(1[5-9]|20)[0-9]{2}$/.test(group)
  })
}

/** Whether the first ten digits of the groups, taken together, are a CPR number. */
const startsWithCpr = (groups: ReadonlyArray<string>): boolean => {
  let joined = ''
  for (const [index, group] of groups.entries()) {
    joined += group
    if (joined.length >= 10) return Cpr.is(joined) && !startsWithDate(groups.slice(0, index + 1))
  }
  return false
}

/**
 * Whether a text contains a CPR number, in any digits and with any characters but letters between them. A date with its
 * full year, followed by a number, does not count.
 */
export const containsCpr = (text: string): boolean => {
  const normalized = normalizeDigits(text)
  if ([...normalized.matchAll(cprWithLetters)].some(([, date = '', serial = '']) => E.isRight(parseCpr(date + serial))))
    return true
  return normalized.split(/\p{L}+/u).some((piece) => {
    const groups = piece.match(/[0-9]+/g) ?? []
    return groups.some((_, from) => startsWithCpr(groups.slice(from)))
  })
}
