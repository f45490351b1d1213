import * as t from 'io-ts'
import { isObjectCodec } from '../../adapters/interfaces/http/codecs/object-codec'
import { isPersonalCodec } from '../../adapters/interfaces/http/codecs/personal-value-codec'
import type { ScopeClass } from '../../domain/event/scope-class'

/** A personal value that an answer shows, with the class of its scope. */
export interface ShownValue {
  readonly class: ScopeClass
  readonly in: string
  readonly member: string
}

/** The personal values of an answer, also within lists and unions. */
export const personalValuesOf = (codec: t.Mixed, seen: Set<t.Mixed> = new Set()): ReadonlyArray<ShownValue> => {
  if (seen.has(codec)) return []
  seen.add(codec)
  if (isPersonalCodec(codec)) return personalValuesOf(codec.inner, seen)
  if (isObjectCodec(codec))
    return Object.entries({ ...codec.required, ...codec.optional }).flatMap(([member, value]) => [
      ...(isPersonalCodec(value) ? [{ class: value.class, in: codec.name, member }] : []),
      ...personalValuesOf(value, seen),
    ])
  if (codec instanceof t.UnionType)
    return (codec.types as ReadonlyArray<t.Mixed>).flatMap((each) => personalValuesOf(each, seen))
  if (codec instanceof t.ReadonlyArrayType || codec instanceof t.ArrayType)
    return personalValuesOf(codec.type as t.Mixed, seen)
  return 'items' in codec ? personalValuesOf(codec.items as t.Mixed, seen) : []
}
