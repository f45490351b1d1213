import { eq as Eq } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'

/** Whether two texts that may be missing are the same. */
export const nullableStringEq: Equals<string | null> = Eq.eqStrict
