import { routes } from '../../adapters/interfaces/http/resources/routes'
import { eventDefinitions } from '../../domain/event-definitions'
import { kindOfShownValue, kindsOfField, listKindsOfData } from '../../retention/promises/kinds-of-data'
import { sealedFieldsOf } from '../../retention/promises/sealed-fields'
import { personalValuesOf } from './personal-values-of-answer'

const sealedFields = sealedFieldsOf(eventDefinitions)

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
