import type * as t from 'io-ts'
import { NullType, UnionType } from 'io-ts'
import type { WithJsonSchema } from '../codecs/codec-with-schema'
import type { FieldError } from './request-failure'
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

/** The codec beside `null`, so that an error names that codec. */
const withoutNull = (codec: t.Decoder<unknown, unknown>): t.Decoder<unknown, unknown> =>
  codec instanceof UnionType
    ? ((codec.types as ReadonlyArray<t.Mixed>).find((type) => !(type instanceof NullType)) ?? codec)
    : codec

const explainValue = (decoder: t.Decoder<unknown, unknown>, value: unknown): TranslatedText => {
  const codec = withoutNull(decoder)
  if (codec.name === 'never') return { da: 'er ukendt', en: 'is unknown' }
  if (value === undefined) return { da: 'mangler', en: 'is missing' }
  const example = 'example' in codec && typeof codec.example === 'string' ? codec.example : undefined
  if (example !== undefined) return { da: `skal se ud som ${example}`, en: `must look like ${example}` }
  const { schema, explain } = codec as Partial<WithJsonSchema>
  const explanation = explain?.(value)
  if (explanation !== undefined) return explanation
  const { examples } = (schema ?? {}) as { readonly examples?: ReadonlyArray<string> }
  if (examples !== undefined) {
    const [example] = examples
    return { da: `skal se ud som ${example ?? ''}`, en: `must look like ${example ?? ''}` }
  }
  return { da: `skal være ${codec.name}`, en: `must be ${codec.name}` }
}

const toFieldError =
  (part: FieldError['in']) =>
  ({ context, value }: t.ValidationError): FieldError => {
    const steps = stepsOf(context)
    const codec = steps[steps.length - 1]?.type ?? context[0]?.type
    return {
      in: part,
      pointer: steps.map(({ key }) => `/${escapePointer(key)}`).join(''),
      text: codec === undefined ? { da: 'er forkert', en: 'is wrong' } : explainValue(codec, value),
    }
  }

/** One error for each pointer in a part of a request. Values are not repeated. */
export const toFieldErrors =
  (part: FieldError['in']) =>
  (errors: t.Errors): ReadonlyArray<FieldError> => [
    ...new Map(errors.map(toFieldError(part)).map((error) => [error.pointer, error])).values(),
  ]
