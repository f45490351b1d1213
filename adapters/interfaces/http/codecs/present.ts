import * as t from 'io-ts'
import type { ScopeClass } from '../../../../domain/event/scope-class'
import { isPersonal } from './personal'
import { isShape, type Fields } from './shape'

/** What takes the place of a personal value: the value itself, or a mark. */
export type ShowPersonal = (name: ScopeClass, plain: () => unknown) => unknown

/** For whoever may read it. */
export const plainly: ShowPersonal = (_name, plain) => plain()
/** For auditors, who read with Withheld as the default. */
export const withheld: ShowPersonal = (name) => ({ withheld: name })

const members = (show: ShowPersonal, fields: Fields, value: Readonly<Record<string, unknown>>) =>
  Object.entries(fields).flatMap(([key, codec]) =>
    value[key] === undefined ? [] : [[key, present(show)(codec)(value[key])] as const],
  )

/**
 * Makes an answer from a value: the members that its codec names and no others, so that nothing leaves that is not in
 * the description, and personal ones as the reader may see them.
 */
export const present =
  (show: ShowPersonal) =>
  (codec: t.Mixed) =>
  (value: unknown): unknown => {
    if (isPersonal(codec)) return show(codec.class, () => present(show)(codec.inner)(value))
    if (isShape(codec))
      return Object.fromEntries(
        members(show, { ...codec.required, ...codec.optional }, value as Readonly<Record<string, unknown>>),
      )
    if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
      return (value as ReadonlyArray<unknown>).map(present(show)(codec.type as t.Mixed))
    if (codec instanceof t.UnionType) {
      if (value === null) return null
      const member = (codec.types as ReadonlyArray<t.Mixed>).find((one) => !(one instanceof t.NullType))
      return member === undefined ? value : present(show)(member)(value)
    }
    return value
  }
