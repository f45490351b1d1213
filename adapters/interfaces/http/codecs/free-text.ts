import type * as t from 'io-ts'
import type { TranslatedText } from '../problems/problem-text'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'
import { containsCpr } from './contains-cpr'

/** Unpaired surrogates, control characters, line separators, and characters that change the direction of writing. */
const forbiddenCharacters = /[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u

/**
 * Characters that nobody sees: two texts that look alike would differ. Joiners and variation selectors, which the writing
 * of many languages needs, are not among them.
 */
const invisibleCharacters = /(?![\p{Join_Control}\p{Variation_Selector}])[\p{Default_Ignorable_Code_Point}\p{Cf}]/u

const visibleCharacter = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

const lengthOf = (text: string): number => Array.from(text).length

const explainFreeText =
  (maxLength: number) =>
  (u: unknown): TranslatedText | undefined => {
    if (typeof u !== 'string')
      return {
        da: `skal være en JSON-tekst i anførselstegn, på højst ${String(maxLength)} tegn`,
        en: `must be a JSON string, in quotes, of at most ${String(maxLength)} characters`,
      }
    if (lengthOf(u) > maxLength)
      return {
        da: `skal være tekst på højst ${String(maxLength)} tegn`,
        en: `must be a text of at most ${String(maxLength)} characters`,
      }
    if (forbiddenCharacters.test(u))
      return {
        da: 'må ikke indeholde styretegn eller tegn, der ændrer skriveretningen',
        en: 'must not contain control characters or characters that change the direction of writing',
      }
    if (invisibleCharacters.test(u))
      return { da: 'må ikke indeholde usynlige tegn', en: 'must not contain invisible characters' }
    if (!visibleCharacter.test(u)) return { da: 'må ikke være tom eller blank', en: 'must not be empty or blank' }
    return containsCpr(u) ? { da: 'må ikke indeholde et CPR-nummer', en: 'must not contain a CPR number' } : undefined
  }

/**
 * One line of text: not blank, at most `maxLength` characters (code points), without control characters, without
 * invisible ones and without a CPR number, which belongs in its own field.
 */
export const freeText = (maxLength: number): t.Type<string> & WithJsonSchema => {
  const explain = explainFreeText(maxLength)
  return codecWithSchema(
    'FreeText',
    (u): u is string => explain(u) === undefined,
    { type: 'string', minLength: 1, maxLength, pattern: '\\S', examples: ['Kongens Fald'] },
    explain,
  )
}
