import fc from 'fast-check'
import type { Day } from '../../../domain/values/day'
import type { FeeId, LoanId, ScopeId } from '../../../domain/values/ids'
import * as history from '../record-history'
import { randomId, makeInMemoryLibrary } from '../in-memory-library'

/** Days since 1970, counted without the date functions of the project. */
const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T12:00:00Z`) / 86_400_000)

const plan = fc.record({ kind: fc.constantFrom('loan', 'fee'), starts: fc.nat(40), lasts: fc.nat(25) })
const start = fc.constantFrom('2023-12-20', '2024-02-10', '2024-03-20', '2024-10-20', '2026-02-15') as fc.Arbitrary<Day>

describe('at every simulated midnight', () => {
  it('nothing is overdue, and nothing is erased before its day, whatever was lent, returned and paid', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.array(plan, { maxLength: 12 }), async (first, plans) => {
        const library = makeInMemoryLibrary(first)
        const planned = plans.map((each) => ({ ...each, scope: randomId<ScopeId>() }))
        const endedOn = new Map<ScopeId, number>()
        for (let n = 0; n < 100; n += 1) {
          for (const { kind, scope, starts, lasts } of planned) {
            const ends = starts + lasts
            const fee = scope as string as FeeId
            const loan = scope as string as LoanId
            if (n === starts)
              library.record(
                'circulation',
                `${kind === 'loan' ? 'copy' : 'fee'}-${scope}`,
                kind === 'loan'
                  ? history.openLoanStarted(loan, library.today)
                  : history.openFeeLevied(fee, library.today),
              )
            if (n === ends) {
              library.record(
                'circulation',
                `${kind === 'loan' ? 'copy' : 'fee'}-${scope}`,
                kind === 'loan'
                  ? history.openLoanReturned(loan, library.today)
                  : history.openFeeSettled(fee, library.today),
              )
              endedOn.set(scope, dayNumber(library.today))
            }
          }
          const over = dayNumber(library.today)
          const { statusAfter, failed, refused } = await library.passMidnight()
          expect([statusAfter.due, statusAfter.overdue, statusAfter.lagDays, failed, refused]).toEqual([
            0,
            0,
            0,
            [],
            [],
          ])
          const due = [...endedOn].filter(([, day]) => day + 30 <= over).map(([scope]) => scope)
          expect([...library.erasedScopes()].sort()).toEqual(due.sort())
        }
      }),
      { numRuns: 15 },
    )
  })
})
