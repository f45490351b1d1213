import type * as t from 'io-ts'
import { NullType, Type, UnionType } from 'io-ts'
import { hasJsonSchema } from '../codecs/codec-with-schema'
import { acceptsOnlyStrings, expectedValueText } from './expected-value'
import type { FieldError } from './http-request-failure'
import type { TranslatedText } from './problem-text'

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The path to a value, without the members of unions, which io-ts counts as steps. */
const stepsOf = (context: t.Context): ReadonlyArray<t.ContextEntry> => {
  const steps: t.ContextEntry[] = []
  for (const [index, step] of context.entries()) {
    const above = context[index - 1]
    if (above !== undefined && above.type instanceof UnionType) return steps
    if (index > 0) steps.push(step)
  }
  return steps
}

const membersOf = (codec: t.Decoder<unknown, unknown>): ReadonlyArray<t.Mixed> =>
  codec instanceof UnionType ? (codec.types as ReadonlyArray<t.Mixed>) : []

const isNullable = (codec: t.Decoder<unknown, unknown>): boolean =>
  membersOf(codec).some((member) => member instanceof NullType)

const isCodec = (decoder: t.Decoder<unknown, unknown>): decoder is t.Mixed => decoder instanceof Type

/** The codec to explain: for a value or `null` the codec of the value. */
const codecToExplain = (decoder: t.Decoder<unknown, unknown>): t.Mixed | undefined => {
  if (isNullable(decoder)) return membersOf(decoder).find((member) => !(member instanceof NullType))
  return isCodec(decoder) ? decoder : undefined
}

const missing: TranslatedText = { da: 'mangler', en: 'is missing' }
const missingWhereNullIsAllowed: TranslatedText = {
  da: 'mangler; send null, hvis der ikke er nogen værdi',
  en: 'is missing; send null when there is no value',
}

const mustBe = ({ da, en }: TranslatedText, isStringExpected: boolean): TranslatedText =>
  isStringExpected
    ? { da: `skal være en JSON-tekst i anførselstegn: ${da}`, en: `must be a JSON string, in quotes: ${en}` }
    : { da: `skal være ${da}`, en: `must be ${en}` }

const wrong: TranslatedText = { da: 'er forkert', en: 'is wrong' }

const explainValue = (decoder: t.Decoder<unknown, unknown>, value: unknown): TranslatedText => {
  const codec = codecToExplain(decoder)
  if (codec === undefined) return wrong
  if (codec.name === 'never') return { da: 'er ukendt', en: 'is unknown' }
  if (value === undefined) return isNullable(decoder) ? missingWhereNullIsAllowed : missing
  const explanation = hasJsonSchema(codec) ? codec.explain?.(value) : undefined
  if (explanation !== undefined) return explanation
  const expected = expectedValueText(codec)
  return expected === undefined ? wrong : mustBe(expected, typeof value !== 'string' && acceptsOnlyStrings(codec))
}

const toFieldError =
  (part: FieldError['in']) =>
  ({ context, value }: t.ValidationError): FieldError => {
    const steps = stepsOf(context)
    const codec = steps[steps.length - 1]?.type ?? context[0]?.type
    return {
      in: part,
      pointer: steps.map(({ key }) => `/${escapePointer(key)}`).join(''),
      text: codec === undefined ? wrong : explainValue(codec, value),
    }
  }

/** The most errors of an answer: a caller mends these first, and then sees the others. */
export const maxFieldErrors = 20

/** One error for each pointer in a part of a request, at most 20. Values are not repeated. */
export const toFieldErrors =
  (part: FieldError['in']) =>
  (errors: t.Errors): ReadonlyArray<FieldError> => {
    const byPointer = new Map<string, FieldError>()
    for (const error of errors) {
      const fieldError = toFieldError(part)(error)
      if (!byPointer.has(fieldError.pointer) && byPointer.size === maxFieldErrors) break
      byPointer.set(fieldError.pointer, fieldError)
    }
    return [...byPointer.values()]
  }
