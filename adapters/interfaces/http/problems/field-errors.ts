import * as t from 'io-ts'
import { isObjectCodec } from '../codecs/object-codec'
import { hasJsonSchema } from '../codecs/codec-with-schema'
import { acceptsOnlyStrings, expectedValueText } from './describe-expected-value'
import type { FieldError } from './http-request-failure'
import type { TranslatedText } from './http-problem-text'

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The path to a value, without the members of unions, which io-ts counts as steps. */
const stepsOf = (context: t.Context): ReadonlyArray<t.ContextEntry> => {
  const steps: t.ContextEntry[] = []
  for (const [index, step] of context.entries()) {
    const above = context[index - 1]
    if (above !== undefined && above.type instanceof t.UnionType) return steps
    if (index > 0) steps.push(step)
  }
  return steps
}

const membersOf = (codec: t.Decoder<unknown, unknown>): ReadonlyArray<t.Mixed> =>
  codec instanceof t.UnionType ? (codec.types as ReadonlyArray<t.Mixed>) : []

const isNullable = (codec: t.Decoder<unknown, unknown>): boolean =>
  membersOf(codec).some((member) => member instanceof t.NullType)

const isCodec = (decoder: t.Decoder<unknown, unknown>): decoder is t.Mixed => decoder instanceof t.Type

/** The codec to explain: for a value or `null` the codec of the value. */
const codecToExplain = (decoder: t.Decoder<unknown, unknown>): t.Mixed | undefined => {
  if (isNullable(decoder)) return membersOf(decoder).find((member) => !(member instanceof t.NullType))
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

/** Says which members the object above may have; the query may have more than its codec tells. */
const unknownMember = (above: t.ContextEntry['type'] | undefined, part: FieldError['in']): TranslatedText => {
  const codec = above === undefined ? undefined : codecToExplain(above)
  if (codec === undefined || !isObjectCodec(codec) || part === 'query') return { da: 'er ukendt', en: 'is unknown' }
  const allowed = Object.keys({ ...codec.required, ...codec.optional }).join(', ')
  return allowed === ''
    ? { da: 'er ukendt; der skal ikke sendes noget her', en: 'is unknown; nothing is to be sent here' }
    : { da: `er ukendt; her må stå ${allowed}`, en: `is unknown; allowed here are ${allowed}` }
}

const explainValue = (decoder: t.Decoder<unknown, unknown>, value: unknown): TranslatedText => {
  const codec = codecToExplain(decoder)
  if (codec === undefined) return wrong
  if (value === undefined) return isNullable(decoder) ? missingWhereNullIsAllowed : missing
  const explanation = hasJsonSchema(codec) ? codec.explain?.(value) : undefined
  if (explanation !== undefined) return explanation
  const expected = expectedValueText(codec)
  return expected === undefined ? wrong : mustBe(expected, typeof value !== 'string' && acceptsOnlyStrings(codec))
}

/** An empty cell of a table is null; a cell has no JSON notation. */
const explainCell = (decoder: t.Decoder<unknown, unknown>, value: unknown): TranslatedText => {
  if (value !== null && value !== undefined) return explainValue(decoder, value)
  const codec = codecToExplain(decoder)
  const expected = codec && expectedValueText(codec)
  return expected === undefined
    ? { da: 'er tom', en: 'is empty' }
    : { da: `er tom; den skal være ${expected.da}`, en: `is empty; it must be ${expected.en}` }
}

const toFieldError =
  (part: FieldError['in'], explain = explainValue) =>
  ({ context, value }: t.ValidationError): FieldError => {
    const steps = stepsOf(context)
    const path = context.slice(0, 1).concat(steps)
    const codec = path[path.length - 1]?.type
    const textFor = (type: t.ContextEntry['type']): TranslatedText =>
      type instanceof t.NeverType ? unknownMember(path[path.length - 2]?.type, part) : explain(type, value)
    return {
      in: part,
      pointer: steps.map(({ key }) => `/${escapePointer(key)}`).join(''),
      text: codec === undefined ? wrong : textFor(codec),
    }
  }

/** The largest number of errors in an answer. */
export const maxFieldErrors = 20

const oneForEachPointer = (errors: ReadonlyArray<FieldError>): ReadonlyArray<FieldError> => [
  ...new Map(errors.map((error) => [error.pointer, error])).values(),
]

/** One error for each pointer in a part of a request, of at most 20 errors. Values are not repeated. */
export const toFieldErrors =
  (part: FieldError['in']) =>
  (errors: t.Errors): ReadonlyArray<FieldError> =>
    oneForEachPointer(errors.slice(0, maxFieldErrors).map(toFieldError(part)))

/** The same for the cells of a row that was decoded as a body. The texts speak of cells, and not of JSON. */
export const toCellErrors = (errors: t.Errors): ReadonlyArray<FieldError> =>
  oneForEachPointer(errors.slice(0, maxFieldErrors).map(toFieldError('body', explainCell)))
