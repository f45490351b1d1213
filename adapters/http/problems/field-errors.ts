import type * as t from 'io-ts'
import { UnionType } from 'io-ts'
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

const wordsFor = (codec: t.Decoder<unknown, unknown>, value: unknown): Words => {
  if (codec.name === 'never') return { da: 'kendes ikke her', en: 'is not known here' }
  if (value === undefined) return { da: 'mangler', en: 'is missing' }
  const example = 'example' in codec && typeof codec.example === 'string' ? codec.example : undefined
  if (example !== undefined) return { da: `skal se ud som ${example}`, en: `must look like ${example}` }
  const schema: unknown = 'schema' in codec ? codec.schema : {}
  const { examples, maxLength } = schema as { readonly examples?: ReadonlyArray<string>; readonly maxLength?: number }
  if (examples !== undefined) {
    const [one] = examples
    return { da: `skal se ud som ${one ?? ''}`, en: `must look like ${one ?? ''}` }
  }
  if (maxLength !== undefined)
    return {
      da: `skal være tekst på højst ${String(maxLength)} tegn, uden CPR-numre`,
      en: `must be a text of at most ${String(maxLength)} characters, without CPR numbers`,
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
