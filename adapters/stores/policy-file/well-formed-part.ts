import { checkAgainstSchema } from './check-against-schema'
import type { JsonSchema } from './json-schema'
import { pointerStep } from './policy-file-error'
import { isJsonObject } from './json-object'

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
 * What of a value fits a schema: members and items that do not fit are left out. Undefined when nothing fits. So
 * contradictions are found although the file has other errors.
 */
export const wellFormedPart =
  (schema: JsonSchema) =>
  (value: unknown): unknown => {
    if (schema.type === 'object') return isJsonObject(value) ? partOfObject(schema, value) : undefined
    if (schema.type !== 'array' || !Array.isArray(value))
      return checkAgainstSchema(schema)(value).length === 0 ? value : undefined
    const items = value.map(wellFormedPart(schema.items)).filter((item) => item !== undefined)
    return items.length < schema.minItems || items.length > schema.maxItems ? undefined : items
  }

/** The pointers of the items of lists that `wellFormedPart` leaves out. */
export const itemsLeftOut =
  (schema: JsonSchema) =>
  (value: unknown, pointer = ''): ReadonlyArray<string> => {
    if (schema.type === 'array' && Array.isArray(value))
      return value.flatMap((item: unknown, index) => {
        const place = pointer + pointerStep(index)
        return wellFormedPart(schema.items)(item) === undefined ? [place] : itemsLeftOut(schema.items)(item, place)
      })
    if (schema.type !== 'object' || !isJsonObject(value)) return []
    return Object.entries(value).flatMap(([key, member]) => {
      const memberSchema = 'required' in schema ? schema.properties[key] : schema.additionalProperties
      return memberSchema === undefined ? [] : itemsLeftOut(memberSchema)(member, pointer + pointerStep(key))
    })
  }
