import { checkAgainstSchema } from './check-against-schema'
import type { PolicySchemaNode } from './policy-schema-node'
import { jsonPointerStep } from './policy-file-error'
import { isJsonObject } from './json-object'

const partOfObject = (
  schema: Extract<PolicySchemaNode, { readonly type: 'object' }>,
  value: Readonly<Record<string, unknown>>,
): unknown => {
  const schemaOf = (key: string): PolicySchemaNode | undefined => {
    if ('required' in schema) return Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    return checkAgainstSchema(schema.propertyNames)(key).length === 0 ? schema.additionalProperties : undefined
  }
  const part = Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const memberSchema = schemaOf(key)
      const fitting = memberSchema === undefined ? undefined : partThatFitsSchema(memberSchema)(member)
      return fitting === undefined ? [] : [[key, fitting] as const]
    }),
  )
  return 'required' in schema && schema.required.some((name) => !Object.hasOwn(part, name)) ? undefined : part
}

/**
 * What of a value fits a schema: members and items that do not fit are left out. Undefined when nothing fits. So
 * contradictions are found although the file has other errors.
 */
export const partThatFitsSchema =
  (schema: PolicySchemaNode) =>
  (value: unknown): unknown => {
    if (schema.type === 'object') return isJsonObject(value) ? partOfObject(schema, value) : undefined
    if (schema.type !== 'array' || !Array.isArray(value))
      return checkAgainstSchema(schema)(value).length === 0 ? value : undefined
    const items = value.map(partThatFitsSchema(schema.items)).filter((item) => item !== undefined)
    return items.length < schema.minItems || items.length > schema.maxItems ? undefined : items
  }

/** The pointers of the items of lists that `partThatFitsSchema` leaves out. */
export const findMalformedPolicyListItems =
  (schema: PolicySchemaNode) =>
  (value: unknown, pointer = ''): ReadonlyArray<string> => {
    if (schema.type === 'array' && Array.isArray(value))
      return value.flatMap((item: unknown, index) => {
        const place = pointer + jsonPointerStep(index)
        return partThatFitsSchema(schema.items)(item) === undefined
          ? [place]
          : findMalformedPolicyListItems(schema.items)(item, place)
      })
    if (schema.type !== 'object' || !isJsonObject(value)) return []
    return Object.entries(value).flatMap(([key, member]) => {
      const memberSchema = 'required' in schema ? schema.properties[key] : schema.additionalProperties
      return memberSchema === undefined
        ? []
        : findMalformedPolicyListItems(memberSchema)(member, pointer + jsonPointerStep(key))
    })
  }
