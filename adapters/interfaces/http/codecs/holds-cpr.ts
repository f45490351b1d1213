import * as E from 'fp-ts/Either'
import { Cpr, readCpr } from '../../../../domain/values/cpr'

const digit = /\p{Nd}/u
const anyDigit = /\p{Nd}/gu

/** Digits of one script follow each other from 0 to 9, in runs of ten. */
const valueOf = (written: string): string => {
  const code = written.codePointAt(0) ?? 0
  let before = 0
  while (digit.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

/** The same text with the digits 0 to 9, and with one way of writing what can be written in several. */
const plainDigits = (text: string): string => text.normalize('NFKC').replace(anyDigit, valueOf)

/** Replacement numbers may have letters; nothing but a hyphen stands before one that begins with a letter. */
const withLetters =
  /(?<![0-9])([0-9]{6})(?:[^\p{L}0-9]{0,3}(?=[0-9]{3})|\p{Pd}?(?=[A-Za-z]*[0-9]))([0-9A-Za-z]{4})(?![0-9\p{L}])/gu

/** As `01.02.2026 10`: a year in full stands where a CPR number has its fifth to eighth digit. */
const isDateAndMore = (groups: ReadonlyArray<string>): boolean => {
  let before = 0
  return groups.some((group) => {
    const at = before
    before += group.length
    return at === 4 && /^(1[5-9]|20)[0-9]{2}$/.test(group)
  })
}

/** Whether groups of digits, from the first one on, come to ten that are a CPR number. */
const beginsWithCpr = (groups: ReadonlyArray<string>): boolean => {
  let joined = ''
  for (const [index, group] of groups.entries()) {
    joined += group
    if (joined.length >= 10) return Cpr.is(joined) && !isDateAndMore(groups.slice(0, index + 1))
  }
  return false
}

/**
 * Whether a CPR number stands in a text, whatever is written between its digits (but letters) and in whatever digits.
 * A date with its year in full, and a number after it, is none.
 */
export const holdsCpr = (text: string): boolean => {
  const plain = plainDigits(text)
  if ([...plain.matchAll(withLetters)].some(([, date = '', serial = '']) => E.isRight(readCpr(date + serial))))
    return true
  return plain.split(/\p{L}+/u).some((piece) => {
    const groups = piece.match(/[0-9]+/g) ?? []
    return groups.some((_, from) => beginsWithCpr(groups.slice(from)))
  })
}
