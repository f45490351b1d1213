import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { readCpr } from '../../../domain/language/cpr'
import { described, type Described } from './described'

const tenDigits = /(?<![0-9])[0-9]{6}[- ]?[0-9]{3}[0-9A-Za-z](?![0-9A-Za-z])/g
const notWritten = /[\p{Cs}\p{Cc}]/u

/** Whether a CPR number stands in a text, with or without hyphen. */
export const holdsCpr = (text: string): boolean =>
  (text.match(tenDigits) ?? []).some((found) => E.isRight(readCpr(found.replace(' ', ''))))

/**
 * A line that people write: neither empty nor longer than so many characters, without control characters, and without
 * a CPR number, which belongs in its own field alone.
 */
export const freeText = (longest: number): t.Type<string> & Described =>
  described(
    'FreeText',
    (u): u is string =>
      typeof u === 'string' && u.trim() !== '' && u.length <= longest && !notWritten.test(u) && !holdsCpr(u),
    { type: 'string', minLength: 1, maxLength: longest },
  )
