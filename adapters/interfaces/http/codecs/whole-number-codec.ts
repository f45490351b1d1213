import type * as t from 'io-ts'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'

/** A whole number between two bounds, both included. */
export const wholeNumberCodec = (minimum: number, maximum: number): t.Type<number> & WithJsonSchema =>
  codecWithSchema(
    'WholeNumber',
    (u): u is number =>
      typeof u === 'number' && Number.isSafeInteger(u) && !Object.is(u, -0) && u >= minimum && u <= maximum,
    { type: 'integer', minimum, maximum },
    () => ({
      da: `skal være et helt tal fra ${String(minimum)} til ${String(maximum)}`,
      en: `must be a whole number from ${String(minimum)} to ${String(maximum)}`,
    }),
  )

/** A count, 0 or more. */
export const CountCodec = wholeNumberCodec(0, Number.MAX_SAFE_INTEGER)
