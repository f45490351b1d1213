import { checkAgainstSchema } from './check-against-schema'
import type { JsonSchema } from './json-schema'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const partOfObject = (
  schema: Extract<JsonSchema, { readonly type: 'object' }>,
  value: Readonly<Record<string, unknown>>,
): unknown => {
  const schemaOf = (key: string): JsonSchema | undefined => {
    if ('required' in schema) return Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    return checkAgainstSchema(schema.propertyNames)(key).length === 0 ? schema.additionalProperties : undefined
  }
  const part = Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const memberSchema = schemaOf(key)
      const fitting = memberSchema === undefined ? undefined : wellFormedPart(memberSchema)(member)
      return fitting === undefined ? [] : [[key, fitting] as const]
    }),
  )
  return 'required' in schema && schema.required.some((name) => !Object.hasOwn(part, name)) ? undefined : part
}

/**
 * What of a value fits a schema: members that do not fit are left out, and so is a list with an item that does not fit.
 * Undefined when nothing fits. So contradictions are found although the file has other errors.
 */
export const wellFormedPart =
  (schema: JsonSchema) =>
  (value: unknown): unknown => {
    if (schema.type === 'object') return isObject(value) ? partOfObject(schema, value) : undefined
    if (schema.type !== 'array' || !Array.isArray(value))
      return checkAgainstSchema(schema)(value).length === 0 ? value : undefined
    const items = value.map(wellFormedPart(schema.items))
    return items.includes(undefined) || items.length < schema.minItems || items.length > schema.maxItems
      ? undefined
      : items
  }
