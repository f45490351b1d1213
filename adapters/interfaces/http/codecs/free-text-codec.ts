import type * as t from 'io-ts'
import { freeTextError } from '../../../../domain/values/free-text-error'
import type { TranslatedText } from '../problems/http-problem-text'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'
import { mustNotContainCpr } from './cpr-number-texts'

const explainFreeText =
  (maxLength: number) =>
  (u: unknown): TranslatedText | undefined => {
    if (typeof u !== 'string')
      return {
        da: `skal være en JSON-tekst i anførselstegn, på højst ${String(maxLength)} tegn`,
        en: `must be a JSON string, in quotes, of at most ${String(maxLength)} characters`,
      }
    switch (freeTextError(maxLength)(u)) {
      case 'tooLong':
        return {
          da: `skal være tekst på højst ${String(maxLength)} tegn`,
          en: `must be a text of at most ${String(maxLength)} characters`,
        }
      case 'controlCharacters':
        return {
          da: 'må ikke indeholde styretegn eller tegn, der ændrer skriveretningen',
          en: 'must not contain control characters or characters that change the direction of writing',
        }
      case 'invisibleCharacters':
        return { da: 'må ikke indeholde usynlige tegn', en: 'must not contain invisible characters' }
      case 'blank':
        return { da: 'må ikke være tom eller blank', en: 'must not be empty or blank' }
      case 'cprNumber':
        return mustNotContainCpr
      case undefined:
        return undefined
    }
  }

/**
 * One line of text: not blank, at most `maxLength` characters (code points), without control characters, without
 * invisible ones and without a CPR number, which belongs in its own field.
 */
export const freeTextCodec = (maxLength: number): t.Type<string> & WithJsonSchema => {
  const explain = explainFreeText(maxLength)
  return codecWithSchema(
    'FreeText',
    (u): u is string => explain(u) === undefined,
    { type: 'string', minLength: 1, maxLength, pattern: '\\S', examples: ['Kongens Fald'] },
    explain,
  )
}
