import type * as t from 'io-ts'
import type { TranslatedText } from '../problems/problem-text'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'
import { containsCpr } from './contains-cpr'

/** Unpaired surrogates, control characters, line separators, and characters that change the direction of writing. */
const forbiddenCharacters = /[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

const explainFreeText =
  (maxLength: number) =>
  (u: unknown): TranslatedText | undefined => {
    if (typeof u !== 'string' || u.trim() === '' || u.length > maxLength)
      return {
        da: `skal være tekst på højst ${String(maxLength)} tegn`,
        en: `must be a text of at most ${String(maxLength)} characters`,
      }
    if (forbiddenCharacters.test(u))
      return {
        da: 'må ikke indeholde styretegn eller tegn, der ændrer skriveretningen',
        en: 'must not contain control characters or characters that change the direction of writing',
      }
    return containsCpr(u) ? { da: 'må ikke indeholde et CPR-nummer', en: 'must not contain a CPR number' } : undefined
  }

/**
 * One line of text: not empty, at most `maxLength` characters, without control characters and without a CPR number,
 * which belongs in its own field.
 */
export const freeText = (maxLength: number): t.Type<string> & WithJsonSchema => {
  const explain = explainFreeText(maxLength)
  return codecWithSchema(
    'FreeText',
    (u): u is string => explain(u) === undefined,
    { type: 'string', minLength: 1, maxLength },
    explain,
  )
}
