import * as t from 'io-ts'
import { isBoundedListCodec } from '../codecs/bounded-list-codec'
import { isObjectCodec, type AnyObjectCodec } from '../codecs/object-codec'
import { hasJsonSchema, type JsonSchema } from '../codecs/codec-with-schema'
import type { TranslatedText } from './http-problem-text'
import { expectedValueTexts } from './expected-value-texts'

const textOfObject = ({ required, optional }: AnyObjectCodec): TranslatedText => {
  const needed = Object.keys(required).join(', ')
  const allowed = Object.keys(optional).join(', ')
  return {
    da: ['et JSON-objekt', needed && ` med ${needed}`, allowed && `; ${allowed} kan udelades`].join(''),
    en: ['a JSON object', needed && ` with ${needed}`, allowed && `; ${allowed} may be left out`].join(''),
  }
}

const textOfChoice = (values: ReadonlyArray<string>): TranslatedText => ({
  da: `en af værdierne ${values.join(', ')}`,
  en: `one of ${values.join(', ')}`,
})

const textOfBoundedList = (maxItems: number): TranslatedText => ({
  da: `en liste på højst ${String(maxItems)}`,
  en: `a list of at most ${String(maxItems)}`,
})

/** The values of a codec that accepts a few fixed strings. */
const choicesOf = (codec: t.Mixed): ReadonlyArray<string> | undefined => {
  if (codec instanceof t.KeyofType) return Object.keys(codec.keys as object)
  if (!(codec instanceof t.UnionType)) return undefined
  const members = codec.types as ReadonlyArray<t.Mixed>
  const values = members.flatMap((member) => (member instanceof t.LiteralType ? [String(member.value)] : []))
  return values.length === members.length ? values : undefined
}

/**
 * Says in plain words what a codec accepts: units, form and an example. It completes the sentence `must be ...`.
 * Undefined when the codec has no such text.
 */
export const expectedValueText = (codec: t.Mixed): TranslatedText | undefined => {
  if (isObjectCodec(codec)) return textOfObject(codec)
  if (isBoundedListCodec(codec)) return textOfBoundedList(codec.maxItems)
  const choices = choicesOf(codec)
  if (choices !== undefined) return textOfChoice(choices)
  return codec instanceof t.ReadonlyArrayType ? { da: 'en liste', en: 'a list' } : expectedValueTexts[codec.name]
}

/** Whether a schema allows strings, or strings and null, and nothing else. */
const allowsOnlyStrings = ({ type }: JsonSchema): boolean =>
  type === 'string' || (Array.isArray(type) && type.every((name) => name === 'string' || name === 'null'))

/** Whether a codec accepts only strings, apart from null. */
export const acceptsOnlyStrings = (codec: t.Mixed): boolean =>
  'form' in codec || choicesOf(codec) !== undefined || (hasJsonSchema(codec) && allowsOnlyStrings(codec.schema))
