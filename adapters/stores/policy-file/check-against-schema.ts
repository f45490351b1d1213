import { Day } from '../../../domain/values/day'
import type { PolicySchemaNode, TextSchema } from './policy-schema-node'
import { nearestName } from '../../system/text/nearest-name'
import { jsonPointerStep, type PolicyFileError } from './policy-file-error'
import { isJsonObject, type JsonObject } from './json-object'

type Errors = ReadonlyArray<PolicyFileError>
type SchemaOf<T> = Extract<PolicySchemaNode, { readonly type: T }>

const errorAt = (pointer: string, text: string): Errors => [{ pointer, text }]

/** The value as it stands in the file, shortened. */
const quote = (value: unknown): string => {
  const written = JSON.stringify(value)
  return written.length > 40 ? `${written.slice(0, 40)}…` : written
}

const wrongValue = (pointer: string, value: unknown, right: string, { description }: PolicySchemaNode): Errors =>
  errorAt(pointer, `${quote(value)} is wrong: it must be ${right} (${description}).`)

const unknownMember = (pointer: string, key: string, names: ReadonlyArray<string>): Errors => {
  const nearest = nearestName(names)(key)
  const hint = nearest === undefined ? `The members here are ${names.join(', ')}.` : `Did you mean ${nearest}?`
  return errorAt(pointer + jsonPointerStep(key), `There is no member ${quote(key)} here. ${hint}`)
}

const checkMembers = (
  schema: Extract<PolicySchemaNode, { readonly required: unknown }>,
  value: JsonObject,
  pointer: string,
): Errors => {
  const names = Object.keys(schema.properties)
  return [
    ...schema.required
      .filter((name) => !Object.hasOwn(value, name))
      .flatMap((name) =>
        errorAt(pointer + jsonPointerStep(name), `It is missing: ${schema.properties[name]?.description ?? ''}.`),
      ),
    ...Object.entries(value).flatMap(([key, member]) => {
      const memberSchema = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
      return memberSchema === undefined
        ? unknownMember(pointer, key, names)
        : checkAgainstSchema(memberSchema)(member, pointer + jsonPointerStep(key))
    }),
  ]
}

const checkObject = (schema: SchemaOf<'object'>, value: unknown, pointer: string): Errors => {
  if (!isJsonObject(value)) return wrongValue(pointer, value, 'a JSON object', schema)
  if ('required' in schema) return checkMembers(schema, value, pointer)
  return Object.entries(value).flatMap(([key, member]) => {
    const place = pointer + jsonPointerStep(key)
    return [
      ...checkText(schema.propertyNames, key, place),
      ...checkAgainstSchema(schema.additionalProperties)(member, place),
    ]
  })
}

const checkList = (schema: SchemaOf<'array'>, value: unknown, pointer: string): Errors => {
  if (!Array.isArray(value)) return wrongValue(pointer, value, 'a list', schema)
  const items: ReadonlyArray<unknown> = value
  const { minItems, maxItems, uniqueItems } = schema
  if (items.length < minItems || items.length > maxItems)
    return errorAt(
      pointer,
      `It has ${String(items.length)} items: ${String(minItems)} to ${String(maxItems)} are right.`,
    )
  const repeats = items.flatMap((item, index) => (uniqueItems && items.indexOf(item) < index ? [index] : []))
  return [
    ...items.flatMap((item, index) => checkAgainstSchema(schema.items)(item, pointer + jsonPointerStep(index))),
    ...repeats.flatMap((index) =>
      errorAt(pointer + jsonPointerStep(index), `${quote(items[index])} stands here twice.`),
    ),
  ]
}

const checkNumber = (schema: SchemaOf<'integer' | readonly ['integer', 'null']>, value: unknown, pointer: string) => {
  const { minimum, maximum, type } = schema
  const isNullAllowed = Array.isArray(type)
  if (value === null && isNullAllowed) return []
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum) return []
  const range = `a whole number from ${String(minimum)} to ${String(maximum)}`
  return wrongValue(pointer, value, isNullAllowed ? `${range}, or null` : range, schema)
}

const textRightFor = ({ enum: values, format, title: form, maxLength }: TextSchema): string => {
  if (values !== undefined) return `one of ${values.join(', ')}`
  if (format === 'date') return 'a day of the calendar, such as 2026-11-22'
  if (form !== undefined) return form
  return maxLength === undefined ? 'a text' : `a text of 1 to ${String(maxLength)} characters`
}

const isTextRight = ({ enum: values, format, pattern, minLength = 0, maxLength }: TextSchema, text: string): boolean =>
  (values === undefined || values.includes(text)) &&
  (format === undefined || Day.is(text)) &&
  (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
  text.length >= minLength &&
  (maxLength === undefined || text.length <= maxLength)

const checkText = (schema: TextSchema, value: unknown, pointer: string): Errors => {
  const isNullAllowed = Array.isArray(schema.type)
  if (value === null && isNullAllowed) return []
  if (typeof value === 'string' && isTextRight(schema, value)) return []
  const nearest = typeof value === 'string' ? nearestName(schema.enum ?? [])(value) : undefined
  const right = textRightFor(schema) + (isNullAllowed ? ', or null' : '')
  return nearest === undefined
    ? wrongValue(pointer, value, right, schema)
    : errorAt(pointer, `${quote(value)} is wrong. Did you mean ${nearest}? It must be ${right}.`)
}

/** All errors of a value against a schema, each with its JSON pointer. */
export const checkAgainstSchema =
  (schema: PolicySchemaNode) =>
  (value: unknown, pointer = ''): Errors => {
    if (schema.type === 'object') return checkObject(schema, value, pointer)
    if (schema.type === 'array') return checkList(schema, value, pointer)
    return 'minimum' in schema ? checkNumber(schema, value, pointer) : checkText(schema, value, pointer)
  }
