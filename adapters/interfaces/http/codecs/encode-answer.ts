import * as t from 'io-ts'
import type { ScopeClass } from '../../../../domain/event/scope-class'
import { isPersonalCodec } from './personal-value-codec'
import { isWithheld } from './withheld-value'
import { isObjectCodec, type FieldCodecs } from './object-codec'

/** Renders a personal value: as itself, or as a mark. */
type RenderPersonal = (name: ScopeClass, plain: () => unknown) => unknown

/** Shows personal values, for callers who may read them. */
export const revealPersonal: RenderPersonal = (_name, plain) => plain()
/** Replaces personal values by a mark that names their class: for auditors, and where name and address are protected. */
export const withholdPersonal: RenderPersonal = (name) => ({ withheld: name })

const encodeFields = (render: RenderPersonal, fields: FieldCodecs, value: Readonly<Record<string, unknown>>) =>
  Object.entries(fields).flatMap(([key, codec]) =>
    value[key] === undefined ? [] : [[key, encodeAnswer(render)(codec)(value[key])] as const],
  )

/**
 * Encodes an answer: the members that its codec names and no others, so that nothing leaves that is not described;
 * personal values as `render` decides.
 */
export const encodeAnswer =
  (render: RenderPersonal) =>
  (codec: t.Mixed) =>
  (value: unknown): unknown => {
    if (isPersonalCodec(codec)) {
      const renderValue = isWithheld(value) ? withholdPersonal : render
      return renderValue(codec.class, () => encodeAnswer(render)(codec.inner)(value))
    }
    if (isObjectCodec(codec))
      return Object.fromEntries(
        encodeFields(render, { ...codec.required, ...codec.optional }, value as Readonly<Record<string, unknown>>),
      )
    if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
      return (value as ReadonlyArray<unknown>).map(encodeAnswer(render)(codec.type as t.Mixed))
    if (codec instanceof t.UnionType) {
      if (value === null) return null
      const member = (codec.types as ReadonlyArray<t.Mixed>).find((type) => !(type instanceof t.NullType))
      return member === undefined ? value : encodeAnswer(render)(member)(value)
    }
    return value
  }
