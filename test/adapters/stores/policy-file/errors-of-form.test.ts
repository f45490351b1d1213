import * as E from 'fp-ts/Either'
import * as fc from 'fast-check'
import { Ajv2020 } from 'ajv/dist/2020'
import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import { findJsonError } from '../../../../adapters/stores/policy-file/find-json-error'
import { parsePolicyFile } from '../../../../adapters/stores/policy-file/parse-policy-file'
import { policySchemaDocument } from '../../../../adapters/stores/policy-file/policy-schema'
import { toPolicySettings } from '../../../../adapters/stores/policy-file/to-policy-settings'
import { defaultLibraryPolicy } from '../../../../domain/policy/policy'
import { Day } from '../../../../domain/values/day'
import { branches, branchName as name, errorsOf, from, main, version } from './policy-file-steps'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: Day.is } })
const acceptsBySchema = ajv.compile(policySchemaDocument)

describe('an error in a policy file is named with its place, what is wrong, and what would be right', () => {
  const ofForm: ReadonlyArray<readonly [string, unknown, RegExp]> = [
    [
      'a period of 0 days',
      version({ loanPeriods: { standard: { adult: 0 } } }),
      /^\/versions\/0\/loanPeriods\/standard\/adult: 0 is wrong: it must be a whole number from 1 to 400/,
    ],
    ['half a day', version({ pickUp: { days: 1.5 } }), /^\/versions\/0\/pickUp\/days: 1.5 is wrong/],
    [
      'a number as text',
      version({ loanLimit: '30' }),
      /^\/versions\/0\/loanLimit: "30" is wrong: it must be a whole number/,
    ],
    [
      'a misspelled member',
      version({ loanPeriod: {} }),
      /^\/versions\/0\/loanPeriod: There is no member "loanPeriod" here. Did you mean loanPeriods\?$/,
    ],
    [
      'a member like no other',
      version({ zzzzzzzz: 1 }),
      /^\/versions\/0\/zzzzzzzz: There is no member .* The members here are from, /,
    ],
    [
      'a member with the name of a built-in one',
      { versions: [JSON.parse(`{"from":"${from}","__proto__":{}}`)] },
      /^\/versions\/0\/__proto__: There is no member/,
    ],
    [
      'a misspelled weekday',
      version({ closedDays: { weekdays: ['sundays'] } }),
      /^\/versions\/0\/closedDays\/weekdays\/0: "sundays" is wrong. Did you mean sunday\?/,
    ],
    [
      'a day that is in no calendar',
      version({ closedDays: { days: ['2026-02-30'] } }),
      /^\/versions\/0\/closedDays\/days\/0: "2026-02-30" is wrong: it must be a day of the calendar/,
    ],
    ['a missing day', { versions: [{}] }, /^\/versions\/0\/from: It is missing/],
    ['no version', { versions: [] }, /^\/versions: It has 0 items/],
    [
      'a branch without an English name',
      branches({ code: main, name: { da: 'x' } }),
      /^\/branches\/0\/name\/en: It is missing/,
    ],
    [
      'a branch code of another form',
      branches({ code: '785100', name }),
      /^\/branches\/0\/code: "785100" is wrong: it must be DK-7 and five more digits, such as DK-785100 \(the ISIL of a branch\)\.$/,
    ],
    [
      'a day of each year of another form',
      version({ closedDays: { yearly: ['24/12'] } }),
      /^\/versions\/0\/closedDays\/yearly\/0: "24\/12" is wrong: it must be the month and the day as MM-DD, such as 12-24 /,
    ],
    [
      'opening hours of another form',
      version({ branches: { [main]: { openingHours: { monday: '10-18' } } } }),
      /: "10-18" is wrong: it must be two times as HH:MM-HH:MM, such as 10:00-18:00 \(opening hours\)\.$/,
    ],
    ['a list instead of an object', [], /^: \[\] is wrong: it must be a JSON object/],
    [
      'a repeated weekday',
      version({ closedDays: { weekdays: ['sunday', 'sunday'] } }),
      /^\/versions\/0\/closedDays\/weekdays\/1: "sunday" stands here twice/,
    ],
  ]

  it.each(ofForm)('%s', (_, file, error) => {
    expect(errorsOf(file)).toEqual([expect.stringMatching(error)])
    expect(acceptsBySchema(file)).toBe(false)
  })

  it('a member that stands twice, of which a parser would take the last', () => {
    const text =
      '{"versions":[{"from":"2026-01-01"},{"from":"2026-02-01","fees":{},"loanLimit":3,"fees":{"exempt":[]}}]}'
    expect(parsePolicyFile(text)).toMatchObject({
      left: [{ pointer: '/versions/1/fees', text: expect.stringMatching(/"fees" stands here twice/) }],
    })
    expect(parsePolicyFile(exampleOfPolicyFile)._tag).toBe('Right')
  })

  it.each([
    ['an empty file', '', 'ends at line 1, column 1, where a value must stand'],
    ['an object that does not end', '{\n  "versions": []\n', 'ends at line 3, column 1, where a comma or } must stand'],
    [
      'a comma too many',
      '{\n  "versions": [],\n}',
      'is wrong at line 3, column 1, where a member name in quotation marks',
    ],
    ['a missing comma', '{ "a": 1\n "b": 2 }', 'is wrong at line 2, column 2, where a comma or } must stand'],
    ['a missing colon', '{ "a" 1 }', 'is wrong at line 1, column 7, where a colon must stand'],
    ['a line break in a text', '{ "a": "x\ny" }', 'is wrong at line 1, column 8, where a value must stand'],
    ['more after the end', '{} {', 'is wrong at line 1, column 4, where the end of the file must stand'],
  ])('a text that is not JSON, by line and column: %s', (_, text, expected) =>
    expect(parsePolicyFile(text)).toMatchObject({ left: [{ text: expect.stringContaining(expected) }] }),
  )

  it('every text that is not JSON, at a place within it', () =>
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', '}', ']', ',', ':', '"', 'x', '1 1'), (json, at, more) => {
        const place = at % (json.length + 1)
        const text = json.slice(0, place) + more + json.slice(place + 1)
        const isJson = E.isRight(E.tryCatch((): unknown => JSON.parse(text), String))
        const { offset, expected } = findJsonError(text)
        expect(offset).toBeLessThanOrEqual(text.length)
        expect(offset === text.length && expected === 'the end of the file').toBe(isJson)
      }),
    ))

  it('a text that is not JSON', () => {
    expect(parsePolicyFile('{ "versions": [ }')).toMatchObject({
      left: [{ text: 'The file is not JSON: it is wrong at line 1, column 17, where a value or ] must stand.' }],
    })
  })
})

describe('the JSON Schema of a policy file', () => {
  it('accepts the example, the values of the default policy, and what the reader accepts', () => {
    const { branches: _branches, ...values } = toPolicySettings(defaultLibraryPolicy)
    for (const file of [JSON.parse(exampleOfPolicyFile), version(values)]) {
      expect(errorsOf(file)).toEqual([])
      expect([acceptsBySchema(file), acceptsBySchema.errors]).toEqual([true, null])
    }
  })
})
