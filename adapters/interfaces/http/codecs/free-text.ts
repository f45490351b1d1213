import type * as t from 'io-ts'
import type { Words } from '../problems/words'
import { described, type Described } from './described'
import { holdsCpr } from './holds-cpr'

/** Half characters, control characters, ends of lines, and what turns the direction of the writing after it. */
const notWritten = /[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

const wrongWith =
  (longest: number) =>
  (u: unknown): Words | undefined => {
    if (typeof u !== 'string' || u.trim() === '' || u.length > longest)
      return {
        da: `skal være tekst på højst ${String(longest)} tegn`,
        en: `must be a text of at most ${String(longest)} characters`,
      }
    if (notWritten.test(u))
      return {
        da: 'må ikke have styretegn eller tegn, der vender skriveretningen',
        en: 'must have no control characters, and none that turn the direction of writing',
      }
    return holdsCpr(u) ? { da: 'må ikke indeholde et CPR-nummer', en: 'must not hold a CPR number' } : undefined
  }

/**
 * A line that people write: neither empty nor longer than so many characters, without control characters, and without
 * a CPR number, which belongs in its own field alone.
 */
export const freeText = (longest: number): t.Type<string> & Described => {
  const wrong = wrongWith(longest)
  return described(
    'FreeText',
    (u): u is string => wrong(u) === undefined,
    { type: 'string', minLength: 1, maxLength: longest },
    wrong,
  )
}
