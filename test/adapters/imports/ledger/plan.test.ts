import * as fc from 'fast-check'
import { makePlan } from '../../../../adapters/imports/ledger/planning/make-plan'
import type { LedgerLoan } from '../../../../adapters/imports/ledger/reading/ledger-loan'
import { addDays, type Day } from '../../../../domain/values/day'

const first = '1902-11-14' as Day

const loanOf = (row: number, title: string, from: number, kept: number | null): LedgerLoan => ({
  row,
  borrower: 'anna',
  title,
  borrowerName: 'Anna',
  titleName: title,
  author: null,
  lentOn: addDays(from)(first),
  returned: kept === null ? { _tag: 'Never' } : { _tag: 'On', day: addDays(from + kept)(first), known: 'whole' },
})

const ledgers = fc
  .array(fc.record({ title: fc.constantFrom('a', 'b', 'c'), from: fc.nat(40), kept: fc.option(fc.nat(20)) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => rows.map(({ title, from, kept }, index) => loanOf(index + 1, title, from, kept)))

describe('the plan of a ledger', () => {
  it('lends no copy that is out, buys one only when all of its title are out, and forgets no row', () => {
    fc.assert(
      fc.property(ledgers, (loans) => {
        const plan = makePlan(0)(loans)!
        const titleOf = new Map<string, string>()
        const out = new Set<string>()
        const lent = new Set<number>()
        for (const day of plan.days) {
          const { returnsOfEarlierLoans, acquisitions, loans: lending, returnsOfTheDay } = plan.on(day)!
          for (const { copy } of returnsOfEarlierLoans) expect(out.delete(copy)).toBe(true)
          for (const { copy, title } of acquisitions) titleOf.set(copy, title)
          const inBefore = [...titleOf.keys()].filter((copy) => !out.has(copy))
          for (const { copy, row } of lending) {
            expect(out.has(copy)).toBe(false)
            out.add(copy)
            lent.add(row)
          }
          for (const { title } of acquisitions)
            expect(inBefore.filter((copy) => titleOf.get(copy) === title && !out.has(copy))).toEqual([])
          for (const { copy } of returnsOfTheDay) expect(out.delete(copy)).toBe(true)
        }
        expect(lent.size).toBe(loans.length)
        expect(out.size).toBe(loans.filter(({ returned }) => returned._tag === 'Never').length)
      }),
    )
  })

  it('has a copy that came back in the morning lent again the same day, and one lent and returned that day kept apart', () => {
    const plan = makePlan(0)([loanOf(1, 'a', 0, 3), loanOf(2, 'a', 3, 0), loanOf(3, 'a', 3, 0)])!
    const third = plan.on(addDays(3)(first))!
    expect(third.loans.map(({ copy }) => copy)).toEqual(['9000000001', '9000000002'])
    expect(third.acquisitions).toHaveLength(1)
  })
})
