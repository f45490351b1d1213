import * as t from 'io-ts'
import { isExactRecord, type MemberCodecs } from '../../../domain/event/exact-record'
import type { AnyEvent, AnyEventDefinition } from '../../../domain/event/define-event'

/** A single field of an event: its part (`open`, or the class of a sealed part), and the way to it. */
export interface EventField {
  readonly part: string
  readonly steps: ReadonlyArray<string | number>
  readonly codec: t.Mixed
}

type FieldWithin = Pick<EventField, 'steps' | 'codec'>

/** The codec within a nullable one; any other as it is. */
export const withoutNull = (codec: t.Mixed): t.Mixed => {
  if (!(codec instanceof t.UnionType)) return codec
  const [first, ...others] = (codec.types as ReadonlyArray<t.Mixed>).filter((one) => !(one instanceof t.NullType))
  return first !== undefined && others.length === 0 ? first : codec
}

const isList = (codec: t.Mixed): codec is t.ReadonlyArrayType<t.Mixed> => codec instanceof t.ReadonlyArrayType

/** The single fields within a value. A list has those of its members, and an empty list of single values has a first one. */
const fieldsWithin = (nullable: t.Mixed, value: unknown): ReadonlyArray<FieldWithin> => {
  const codec = withoutNull(nullable)
  if (isExactRecord(codec)) return value === null ? [] : fieldsOfRecord(codec.members, value as object)
  if (!isList(codec)) return [{ steps: [], codec }]
  const members = (value ?? []) as ReadonlyArray<unknown>
  const inner = codec.type
  const listed = members.length === 0 && !isExactRecord(withoutNull(inner)) ? [null] : members
  return listed.flatMap((each, index) =>
    fieldsWithin(inner, each).map((field) => ({ ...field, steps: [index, ...field.steps] })),
  )
}

const fieldsOfRecord = (members: MemberCodecs, value: object): ReadonlyArray<FieldWithin> =>
  Object.entries(members).flatMap(([name, codec]) =>
    fieldsWithin(codec, (value as Readonly<Record<string, unknown>>)[name]).map((field) => ({
      ...field,
      steps: [name, ...field.steps],
    })),
  )

/** All single fields of an event, as it is: in the open part and in each sealed part that is not erased. */
export const fieldsOfEvent =
  ({ fields }: AnyEventDefinition) =>
  ({ open, sealed }: AnyEvent): ReadonlyArray<EventField> => [
    ...fieldsOfRecord(fields.open, open).map((field) => ({ part: 'open', ...field })),
    ...Object.entries(fields.sealed).flatMap(([part, members]) => {
      const own = sealed[part]
      return own?._tag === 'Plain'
        ? fieldsOfRecord(members, own.value as object).map((field) => ({ part, ...field }))
        : []
    }),
  ]

const namesOfCodec = (codec: t.Mixed): ReadonlyArray<string> => {
  const own = withoutNull(codec)
  if (isExactRecord(own)) return namesOfMembers(own.members).map((name) => `.${name}`)
  return isList(own) ? namesOfCodec(own.type).map((name) => `[]${name}`) : ['']
}

const namesOfMembers = (members: MemberCodecs): ReadonlyArray<string> =>
  Object.entries(members).flatMap(([name, codec]) => namesOfCodec(codec).map((rest) => `${name}${rest}`))

/** The names of all fields that an event of this type can have: `FeeLevied.fee.items[].name`. */
export const fieldNamesOf = ({ type, fields }: AnyEventDefinition): ReadonlyArray<string> => [
  ...namesOfMembers(fields.open).map((name) => `${type}.open.${name}`),
  ...Object.entries(fields.sealed).flatMap(([part, members]) =>
    namesOfMembers(members).map((name) => `${type}.${part}.${name}`),
  ),
]

/** The name of a field: the same for each member of a list. */
export const nameOfField = ({ type }: Pick<AnyEvent, 'type'>, { part, steps }: EventField): string =>
  steps.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[]` : `${name}.${step}`), `${type}.${part}`)
