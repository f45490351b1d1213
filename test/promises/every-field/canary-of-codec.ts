import * as t from 'io-ts'
import { addDays, type Day } from '../../../domain/values/day'
import { addMonths, halfYearOfMonth, type Month } from '../../../domain/values/month'
import { canaryText } from '../../arbitrary/history/history-state'
import { numberedUuid } from '../../fixtures/numbered-uuid'

/**
 * What can stand in a field: a canary that stands nowhere else, one of a few choices, or an id, which stands nowhere else
 * anyway and joins records, so that it is left as it is.
 */
export type FieldContent =
  | { readonly _tag: 'Canary'; readonly value: string | number }
  | { readonly _tag: 'Choices'; readonly values: ReadonlyArray<string | boolean> }
  | { readonly _tag: 'Id' }

const ids = [numberedUuid(1), '3274626533', '52557240']

/** Canaries of each form, the n-th of each; the first that a codec takes is planted. All days are far ahead. */
const candidates = (n: number): ReadonlyArray<string | number> => {
  const [day, month] = [addDays(n)('2085-01-01' as Day), addMonths(n)('2085-01' as Month)]
  return [
    `${canaryText}${String(n)}x`,
    day,
    `${day}T08:15:30.${String(n % 1000).padStart(3, '0')}Z`,
    month,
    halfYearOfMonth(month),
    `DK-7${String(20_000 + n)}`,
    String(900 + (n % 100)),
    7_000_000 + n,
  ]
}

/** The values that a codec of a few choices allows; none for every other codec. */
export const choicesOf = (codec: t.Mixed): ReadonlyArray<string | boolean> => {
  if (codec instanceof t.BooleanType) return [true, false]
  if (codec instanceof t.LiteralType) return [codec.value as string]
  if (codec instanceof t.KeyofType) return Object.keys(codec.keys as object)
  return codec instanceof t.UnionType ? (codec.types as ReadonlyArray<t.Mixed>).flatMap(choicesOf) : []
}

/** What to plant in a field with this codec. A codec that takes nothing of this is an error: give it a canary here. */
export const contentOfField = (codec: t.Mixed, n: number): FieldContent => {
  const [text, ...others] = candidates(n)
  if (codec.is(text)) return { _tag: 'Canary', value: text! }
  if (ids.some((id) => codec.is(id))) return { _tag: 'Id' }
  const canary = others.find((one) => codec.is(one))
  if (canary !== undefined) return { _tag: 'Canary', value: canary }
  const values = choicesOf(codec)
  if (values.length === 0) throw new Error(`there is no canary for ${codec.name}`)
  return { _tag: 'Choices', values }
}
