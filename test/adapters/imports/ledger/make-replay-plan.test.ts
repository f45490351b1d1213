import * as fc from 'fast-check'
import { makeReplayPlan } from '../../../../adapters/imports/ledger/planning/make-replay-plan'
import type { LedgerLoan } from '../../../../adapters/imports/ledger/reading/ledger-loan'
import { addDays, type Day } from '../../../../domain/values/day'

const first = '1902-11-14' as Day

const loanOf = (row: number, title: string, from: number, daysLent: number | null): LedgerLoan => ({
  row,
  borrower: 'anna',
  title,
  borrowerName: 'Anna',
  titleName: title,
  author: null,
  lentOn: addDays(from)(first),
  returned:
    daysLent === null ? { _tag: 'Never' } : { _tag: 'On', day: addDays(from + daysLent)(first), known: 'whole' },
})

const ledgers = fc
  .array(fc.record({ title: fc.constantFrom('a', 'b', 'c'), from: fc.nat(40), daysLent: fc.option(fc.nat(20)) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => rows.map(({ title, from, daysLent }, index) => loanOf(index + 1, title, from, daysLent)))

describe('the plan of a ledger', () => {
  it('lends no copy that is on loan, acquires one only when all copies of the title are on loan, and omits no row', () => {
    fc.assert(
      fc.property(ledgers, (loans) => {
        const plan = makeReplayPlan(0)(loans)!
        const titleOf = new Map<string, string>()
        const lentCopies = new Set<string>()
        const lentRows = new Set<number>()
        for (const day of plan.days) {
          const { returnsOfEarlierLoans, acquisitions, loans: lending, returnsOfTheDay } = plan.planDay(day)!
          for (const { copy } of returnsOfEarlierLoans) expect(lentCopies.delete(copy)).toBe(true)
          for (const { copy, title } of acquisitions) titleOf.set(copy, title)
          const inBefore = [...titleOf.keys()].filter((copy) => !lentCopies.has(copy))
          for (const { copy, row } of lending) {
            expect(lentCopies.has(copy)).toBe(false)
            lentCopies.add(copy)
            lentRows.add(row)
          }
          for (const { title } of acquisitions)
            expect(inBefore.filter((copy) => titleOf.get(copy) === title && !lentCopies.has(copy))).toEqual([])
          for (const { copy } of returnsOfTheDay) expect(lentCopies.delete(copy)).toBe(true)
        }
        expect(lentRows.size).toBe(loans.length)
        expect(lentCopies.size).toBe(loans.filter(({ returned }) => returned._tag === 'Never').length)
      }),
    )
  })

  it('lends a returned copy again on the same day, and uses two copies for two loans of one day', () => {
    const plan = makeReplayPlan(0)([loanOf(1, 'a', 0, 3), loanOf(2, 'a', 3, 0), loanOf(3, 'a', 3, 0)])!
    const third = plan.planDay(addDays(3)(first))!
    expect(third.loans.map(({ copy }) => copy)).toEqual(['9000000001', '9000000002'])
    expect(third.acquisitions).toHaveLength(1)
  })
})
