import { either as E } from 'fp-ts'
import fc from 'fast-check'
import { birthDateOfCpr, parseCpr, sexOfCpr, type Cpr } from '../../../domain/values/cpr'

/**
 * Nobody has these numbers: their serial begins with the digit under test and fails modulus 11. Numbers that fail it
 * are issued for the first of January only, and no number here has that day.
 */
const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const passesModulus11 = (number: string): boolean =>
  weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0

const nobodys = (start: string, last: number): string =>
  [`${start}00${last}`, `${start}01${last}`].find((number) => !passesModulus11(number)) ?? ''

const two = (n: number): string => String(n).padStart(2, '0')
const read = (text: string): Cpr | null => E.getOrElseW(() => null)(parseCpr(text))
const born = (text: string): string | null => {
  const cpr = read(text)
  return cpr === null ? null : birthDateOfCpr(cpr)
}

describe('the century of a CPR number', () => {
  it.each([
    [[0, 1, 2, 3], 0, 99, 1900],
    [[4, 9], 0, 36, 2000],
    [[4, 9], 37, 99, 1900],
    [[5, 6, 7, 8], 0, 57, 2000],
    [[5, 6, 7, 8], 58, 99, 1800],
  ])('digit 7 is one of %j, years %d-%d: the %ds', (digits, from, until, century) => {
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: from, max: until }), (digit, year) => {
        expect(born(nobodys(`0203${two(year)}${digit}`, 0))).toBe(`${century + year}-03-02`)
      }),
    )
  })
})

describe('a CPR number', () => {
  it('is accepted whether or not it keeps modulus 11: numbers issued since 1 October 2007 may fail it', () => {
    const serials = Array.from({ length: 10 }, (_, last) => `020358500${last}`)
    expect(serials.filter(passesModulus11).length).toBeLessThan(serials.length)
    expect(serials.map(read)).toEqual(serials)
  })

  it('is parsed with or without hyphen, and stored without', () => {
    expect([read('020358-5000'), read(' 0203585000 ')]).toEqual(['0203585000', '0203585000'])
  })

  it('is odd for men and even for women', () => {
    expect([sexOfCpr('0203585001' as Cpr), sexOfCpr('0203585002' as Cpr)]).toEqual(['male', 'female'])
  })

  it.each([
    ['a day that no month has', '3202585000'],
    ['29 February in a common year', '2902595000'],
    ['a thirteenth month', '0213585000'],
    ['nine digits', '020358500'],
    ['letters in the date', '0203A85000'],
    ['a hyphen elsewhere', '0203-585000'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(parseCpr(text)).toEqual(E.left({ _tag: 'NotACprNumber' }))
  })
})

describe('a replacement number', () => {
  it('has 60 added to the day of birth', () => {
    expect(born('6203585000')).toBe('1858-03-02')
  })

  it('may have letters in its serial, and then tells no birth date', () => {
    expect(read('020358-ab1c')).toBe('020358AB1C')
    expect([born('020358AB1C'), sexOfCpr('020358AB1C' as Cpr)]).toEqual([null, null])
  })

  it('still names a day that exists', () => {
    expect([read('9203585000'), read('310258AB1C')]).toEqual([null, null])
  })
})
