import type * as t from 'io-ts'
import { described, type Described } from './described'

/** A whole number within bounds, both included. */
export const wholeNumber = (minimum: number, maximum: number): t.Type<number> & Described =>
  described(
    'WholeNumber',
    (u): u is number => typeof u === 'number' && Number.isSafeInteger(u) && u >= minimum && u <= maximum,
    { type: 'integer', minimum, maximum },
  )

/** A count of things. */
export const count = wholeNumber(0, Number.MAX_SAFE_INTEGER)
