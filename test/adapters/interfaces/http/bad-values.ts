import * as t from 'io-ts'
import { isBoundedListCodec } from '../../../../adapters/interfaces/http/codecs/bounded-list-codec'
import { hasJsonSchema } from '../../../../adapters/interfaces/http/codecs/codec-with-schema'
import { isObjectCodec } from '../../../../adapters/interfaces/http/codecs/object-codec'
import { exampleOfCodec } from '../../../../adapters/interfaces/http/openapi/example-of-codec'

/** A place in a request that has a codec. */
export interface Field {
  readonly pointer: string
  readonly codec: t.Mixed
}

const membersOf = (codec: t.Mixed): ReadonlyArray<t.Mixed> =>
  codec instanceof t.UnionType ? (codec.types as ReadonlyArray<t.Mixed>) : []

const isNullable = (codec: t.Mixed): boolean => membersOf(codec).some((type) => type instanceof t.NullType)

/** The codec of what is not null. */
const withoutNull = (codec: t.Mixed): t.Mixed =>
  isNullable(codec) ? (membersOf(codec).find((type) => !(type instanceof t.NullType)) ?? codec) : codec

/** The fields in a codec, those in objects and lists among them. */
export const fieldsIn = (codec: t.Mixed, pointer = ''): ReadonlyArray<Field> => {
  const inner = withoutNull(codec)
  const here = pointer === '' ? [] : [{ pointer, codec }]
  if (isObjectCodec(inner))
    return [
      ...here,
      ...Object.entries({ ...inner.required, ...inner.optional }).flatMap(([key, member]) =>
        fieldsIn(member, `${pointer}/${key}`),
      ),
    ]
  return isBoundedListCodec(inner) ? [...here, ...fieldsIn(inner.items, `${pointer}/0`)] : here
}

/** JSON texts that no field accepts. */
const wrongEverywhere = [
  'true',
  '1.5',
  '-1',
  '-0',
  '1e21',
  '1e999',
  '9007199254740992',
  '[[]]',
  '{"noSuchMember":1}',
  '{"__proto__":1}',
  '""',
  '"   "',
  '"\\u00a0\\u2003"',
  '"\\u200b\\u200b"',
  '"\\u3164"',
  '"a\\u00adb"',
  '"a\\u0000b"',
  '"a\\tb"',
  '"a\\u202eb"',
  '"\\ud800"',
]

/** JSON texts that look like a value of a codec, by its name. */
const wrongByName: Readonly<Record<string, ReadonlyArray<string>>> = {
  Day: ['2026-02-30', '2026-09-31', '2025-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '20260101'],
  Month: ['2026-13', '2026-00', '2026-1', '2026'],
  Instant: [
    '2026-09-31T10:00:00.000Z',
    '2026-02-29T10:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
    '2026-01-01T23:60:00.000Z',
    '2025-12-31T23:59:60.000Z',
    '2026-01-01T10:00:00.000+01:00',
    '2026-01-01T10:00:00Z',
    '2026-01-01',
  ],
  FreeText: ['x'.repeat(2001), '010158-5000'],
  Email: ['a@', '@b.dk', 'a@b', 'a@b..dk', 'a@.dk', 'a b@c.dk', 'a@b@c.dk'],
  CprAsWritten: ['000000-0000', '310299-1234', '010158 5000 1'],
}

const arabicDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))

/** An example with something that does not belong to it. */
const nearly = (example: string): ReadonlyArray<string> => [
  `${example}\u200b`,
  `${example}\n`,
  ` ${example}`,
  example.repeat(200),
  ...(/[0-9]/.test(example) ? [arabicDigits(example)] : []),
]

/** A CPR number may be written with blanks around it, and a text may contain nearly everything. */
const lenient: ReadonlySet<string> = new Set(['CprAsWritten', 'FreeText'])

/** JSON texts that a field must refuse. */
export const badValuesOf = ({ codec }: Field): ReadonlyArray<string> => {
  const inner = withoutNull(codec)
  const example = exampleOfCodec(inner)
  const isForm = ('form' in inner || (hasJsonSchema(inner) && 'pattern' in inner.schema)) && !lenient.has(inner.name)
  const texts = [
    ...(wrongByName[inner.name] ?? []),
    ...(isForm && typeof example === 'string' ? nearly(example) : []),
    ...(inner instanceof t.KeyofType ? [`${String(example)} `, '__proto__', 'constructor', 'toString'] : []),
  ]
  return [...wrongEverywhere, ...(isNullable(codec) ? [] : ['null']), ...texts.map((text) => JSON.stringify(text))]
}

/** The bad values of a field that an address can hold. */
export const badTextsOf = (field: Field): ReadonlyArray<string> =>
  badValuesOf(field)
    .map((json): unknown => JSON.parse(json))
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== '' && !/\p{Cs}/u.test(value))

/** The JSON text of a value with another JSON text at a pointer. The place need not exist yet. */
export const withJsonAt = (value: unknown, pointer: string, json: string): string => {
  const [, key, ...rest] = pointer.split('/')
  if (key === undefined) return json
  const below = rest.map((step) => `/${step}`).join('')
  const entries = Object.entries(value ?? {})
  const placed = entries.some(([name]) => name === key) ? entries : [...entries, [key, undefined] as const]
  const written = placed.map(([name, member]) => {
    const text = name === key ? withJsonAt(member, below, json) : JSON.stringify(member)
    return Array.isArray(value) || key === '0' ? text : `${JSON.stringify(name)}:${text}`
  })
  return Array.isArray(value) || key === '0' ? `[${written.join(',')}]` : `{${written.join(',')}}`
}
