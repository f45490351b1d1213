import fc from 'fast-check'
import type { Day } from '../../../domain/values/day'
import type { FeeId, LoanId, ScopeId } from '../../../domain/values/ids'
import * as happen from '../happenings'
import { id, makeWorld } from '../world'

/** Counted without the project's own arithmetic: as days since 1970. */
const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T12:00:00Z`) / 86_400_000)

const deed = fc.record({ kind: fc.constantFrom('loan', 'fee'), starts: fc.nat(40), lasts: fc.nat(25) })
const start = fc.constantFrom('2023-12-20', '2024-02-10', '2024-03-20', '2024-10-20', '2026-02-15') as fc.Arbitrary<Day>

describe('at each simulated midnight', () => {
  it('nothing is overdue, and nothing is erased before its day, whatever was lent, returned and paid', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.array(deed, { maxLength: 12 }), async (first, deeds) => {
        const world = makeWorld(first)
        const planned = deeds.map((each) => ({ ...each, scope: id<ScopeId>() }))
        const endedOn = new Map<ScopeId, number>()
        for (let n = 0; n < 100; n += 1) {
          for (const { kind, scope, starts, lasts } of planned) {
            const ends = starts + lasts
            const fee = scope as string as FeeId
            const loan = scope as string as LoanId
            if (n === starts)
              world.record(
                'circulation',
                `${kind === 'loan' ? 'copy' : 'fee'}-${scope}`,
                kind === 'loan' ? happen.loanStarted(loan, world.today) : happen.feeLevied(fee, world.today),
              )
            if (n === ends) {
              world.record(
                'circulation',
                `${kind === 'loan' ? 'copy' : 'fee'}-${scope}`,
                kind === 'loan' ? happen.loanReturned(loan, world.today) : happen.feeSettled(fee, world.today),
              )
              endedOn.set(scope, dayNumber(world.today))
            }
          }
          const over = dayNumber(world.today)
          const { after, failed, refused } = await world.midnight()
          expect([after.due, after.overdue, after.lagDays, failed, refused]).toEqual([0, 0, 0, [], []])
          const due = [...endedOn].filter(([, day]) => day + 30 <= over).map(([scope]) => scope)
          expect([...world.erased()].sort()).toEqual(due.sort())
        }
      }),
      { numRuns: 15 },
    )
  })
})
