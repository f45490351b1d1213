/** The part of JSON Schema (draft 2020-12) that describes a policy file. Each schema says in words what it accepts. */
export type PolicySchemaNode =
  | {
      readonly type: 'object'
      readonly description: string
      readonly properties: Readonly<Record<string, PolicySchemaNode>>
      readonly required: ReadonlyArray<string>
      readonly additionalProperties: false
    }
  | {
      readonly type: 'object'
      readonly description: string
      readonly propertyNames: TextSchema
      readonly additionalProperties: PolicySchemaNode
    }
  | {
      readonly type: 'array'
      readonly description: string
      readonly items: PolicySchemaNode
      readonly minItems: number
      readonly maxItems: number
      readonly uniqueItems: boolean
    }
  | {
      readonly type: 'integer' | readonly ['integer', 'null']
      readonly description: string
      readonly minimum: number
      readonly maximum: number
    }
  | TextSchema

export interface TextSchema {
  readonly type: 'string' | readonly ['string', 'null']
  readonly description: string
  readonly enum?: ReadonlyArray<string>
  /** The form of the pattern, in words. */
  readonly title?: string
  readonly pattern?: string
  readonly format?: 'date'
  readonly minLength?: number
  readonly maxLength?: number
}

type Members = Readonly<Record<string, PolicySchemaNode>>

/** Members of these names, all of one form. */
export const membersWithSameSchema = (names: ReadonlyArray<string>, schema: PolicySchemaNode): Members =>
  Object.fromEntries(names.map((name) => [name, schema]))

/** An object with members that it must have, members that it may have, and no others. */
export const policyObjectSchema = (
  description: string,
  required: Members,
  optional: Members = {},
): PolicySchemaNode => ({
  type: 'object',
  description,
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

/** An object whose members have names of one form, and values of one form. */
export const objectSchemaForAnyMemberNames = (
  description: string,
  names: TextSchema,
  values: PolicySchemaNode,
): PolicySchemaNode => ({
  type: 'object',
  description,
  propertyNames: names,
  additionalProperties: values,
})

export const listSchema = (
  description: string,
  items: PolicySchemaNode,
  minItems = 0,
  maxItems = 1000,
): PolicySchemaNode => ({
  type: 'array',
  description,
  items,
  minItems,
  maxItems,
  uniqueItems: false,
})

/** A list without repeats, in any order. */
export const uniqueListSchema = (description: string, items: PolicySchemaNode): PolicySchemaNode => ({
  type: 'array',
  description,
  items,
  minItems: 0,
  maxItems: 1000,
  uniqueItems: true,
})

/** A whole number; the description gives its unit. */
export const wholeNumberSchema = (description: string, minimum: number, maximum: number): PolicySchemaNode => ({
  type: 'integer',
  description,
  minimum,
  maximum,
})

export const wholeNumberOrNullSchema = (description: string, minimum: number, maximum: number): PolicySchemaNode => ({
  type: ['integer', 'null'],
  description,
  minimum,
  maximum,
})

export const enumSchema = (description: string, values: ReadonlyArray<string>): TextSchema => ({
  type: 'string',
  description,
  enum: values,
})

export const policyTextSchema = (description: string, maxLength: number): TextSchema => ({
  type: 'string',
  description,
  minLength: 1,
  maxLength,
})

/** A text of a form, which is said in words and as a pattern. */
export const patternSchema = (description: string, form: string, pattern: string): TextSchema => ({
  type: 'string',
  description,
  title: form,
  pattern,
})

export const daySchema = (description: string): TextSchema => ({ type: 'string', description, format: 'date' })
