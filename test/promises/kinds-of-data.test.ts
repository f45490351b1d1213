import * as t from 'io-ts'
import { isObjectCodec } from '../../adapters/interfaces/http/codecs/object-codec'
import { isPersonalCodec } from '../../adapters/interfaces/http/codecs/personal-value-codec'
import { routes } from '../../adapters/interfaces/http/resources/routes'
import type { ScopeClass } from '../../domain/event/scope-class'
import { eventDefinitions } from '../../domain/event-definitions'
import { kindOfShownValue, kindsOfField, listKindsOfData } from '../../retention/promises/kinds-of-data'
import { sealedFieldsOf } from '../../retention/promises/sealed-fields'

const sealedFields = sealedFieldsOf(eventDefinitions)

interface ShownValue {
  readonly class: ScopeClass
  readonly in: string
  readonly member: string
}

/** The personal values of an answer, also within lists and unions. */
const personalValuesOf = (codec: t.Mixed, seen: Set<t.Mixed> = new Set()): ReadonlyArray<ShownValue> => {
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

describe('the promises table', () => {
  it('has one row for each personal field of an event, and no field twice', () => {
    expect(sealedFields.length).toBeGreaterThan(100)
    expect(
      sealedFields
        .map((field) => ({ ...field, kinds: kindsOfField(field.class, field.member) }))
        .filter(({ kinds }) => kinds.length !== 1),
    ).toEqual([])
  })

  it('has a row for each personal value that an answer shows', () => {
    const shown = routes.flatMap((route) => personalValuesOf(route.answer))
    expect(shown.length).toBeGreaterThan(80)
    expect(shown.filter(({ class: name, member }) => kindOfShownValue(name, member) === undefined)).toEqual([])
  })

  it('names no field that no event has', () => {
    const known = new Set(sealedFields.map(({ class: name, member }) => `${name} ${member}`))
    const classes = new Set(sealedFields.map(({ class: name }) => name))
    for (const [, { fields }] of listKindsOfData())
      for (const { class: name, members } of fields) {
        expect(classes).toContain(name)
        for (const member of members) expect(known).toContain(`${name} ${member}`)
      }
  })
})
