import type * as t from 'io-ts'
import { NullType, UnionType } from 'io-ts'
import type { Described } from '../codecs/described'
import type { FieldError } from './edge-failure'
import type { Words } from './words'

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The steps into a value, without the members of a union, which io-ts counts as steps. */
const stepsOf = (context: t.Context): ReadonlyArray<t.ContextEntry> => {
  const steps: t.ContextEntry[] = []
  for (const [index, step] of context.entries()) {
    const above = context[index - 1]
    if (above !== undefined && above.type instanceof UnionType) return steps
    if (index > 0) steps.push(step)
  }
  return steps
}

/** A member that may be nothing is told of as what else it may be. */
const meant = (codec: t.Decoder<unknown, unknown>): t.Decoder<unknown, unknown> =>
  codec instanceof UnionType
    ? ((codec.types as ReadonlyArray<t.Mixed>).find((one) => !(one instanceof NullType)) ?? codec)
    : codec

const wordsFor = (decoder: t.Decoder<unknown, unknown>, value: unknown): Words => {
  const codec = meant(decoder)
  if (codec.name === 'never') return { da: 'kendes ikke her', en: 'is not known here' }
  if (value === undefined) return { da: 'mangler', en: 'is missing' }
  const example = 'example' in codec && typeof codec.example === 'string' ? codec.example : undefined
  if (example !== undefined) return { da: `skal se ud som ${example}`, en: `must look like ${example}` }
  const { schema, wrong } = codec as Partial<Described>
  const told = wrong?.(value)
  if (told !== undefined) return told
  const { examples } = (schema ?? {}) as { readonly examples?: ReadonlyArray<string> }
  if (examples !== undefined) {
    const [one] = examples
    return { da: `skal se ud som ${one ?? ''}`, en: `must look like ${one ?? ''}` }
  }
  return { da: `skal være ${codec.name}`, en: `must be ${codec.name}` }
}

const errorOf =
  (part: FieldError['in']) =>
  ({ context, value }: t.ValidationError): FieldError => {
    const steps = stepsOf(context)
    const codec = steps[steps.length - 1]?.type ?? context[0]?.type
    return {
      in: part,
      pointer: steps.map(({ key }) => `/${escaped(key)}`).join(''),
      must: codec === undefined ? { da: 'er forkert', en: 'is wrong' } : wordsFor(codec, value),
    }
  }

/** One error for each place in a part of a request; no value is repeated. */
export const fieldErrors =
  (part: FieldError['in']) =>
  (errors: t.Errors): ReadonlyArray<FieldError> => [
    ...new Map(errors.map(errorOf(part)).map((error) => [error.pointer, error])).values(),
  ]
