import fc from 'fast-check'
import { readLegalHolds } from '../../../adapters/composition/holds/read-legal-holds'
import { HoldProlonged } from '../../../domain/hold/events/hold-prolonged'
import { HoldReleased } from '../../../domain/hold/events/hold-released'
import { HoldSet } from '../../../domain/hold/events/hold-set'
import type { LegalHoldEvent } from '../../../domain/hold/legal-hold-event'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId, HoldId, LoanId, ScopeId } from '../../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf } from '../../../domain/values/month'
import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { makeInMemoryLibrary, randomId, type InMemoryLibrary } from '../in-memory-library'
import * as history from '../record-history'

const firstDay = '2026-01-20' as Day
const loanDays = 30
const decided = { borrower: randomId<BorrowerId>(), by: 'Jens Jensen', why: 'Politiet har bedt om det' }

/** A hold on one of the loans, set on a night, for some months, and then prolonged or released, or neither. */
interface PlannedHold {
  readonly loan: number
  readonly night: number
  readonly months: number
  readonly then: { readonly on: number; readonly what: 'prolong' | 'release' } | null
}

const arbitraryHold: fc.Arbitrary<PlannedHold> = fc.record({
  loan: fc.nat(3),
  night: fc.nat(60),
  months: fc.nat(2),
  then: fc.option(fc.record({ on: fc.integer({ min: 1, max: 40 }), what: fc.constantFrom('prolong', 'release') })),
})

interface HoldInTest {
  readonly hold: HoldId
  readonly loan: LoanId
  end: Day
}

/** A library whose worker reads its legal holds as the running program does: from the read model and the schedule. */
const libraryWithHolds = () => {
  const library = makeInMemoryLibrary(firstDay)
  const readModels = inMemoryReadModels()
  const holds: HoldInTest[] = []
  let folded = 0
  const record = (event: LegalHoldEvent): void => {
    library.record('circulation', `hold-${event.open.hold}`, event)
    readModels.foldEvents(withMetadataIn('circulation', library.today, folded)([event]))
    folded += 1
  }
  library.readHolds = () =>
    readLegalHolds({
      rows: readModels.rows,
      schedule: library.schedule,
      damagedEvents: { list: () => [] },
      today: () => library.today,
    })
  return { library, holds, record }
}

const lastDayAfter = (library: InMemoryLibrary, months: number): Day =>
  lastDayOfMonth(addMonths(months)(monthOf(library.today)))

describe('a scope under a legal hold', () => {
  it('is never erased while its hold stands, and is erased the night after, when its time has come', () =>
    fc.assert(
      fc.asyncProperty(fc.array(arbitraryHold, { maxLength: 6 }), async (plan) => {
        const { library, holds, record } = libraryWithHolds()
        const loans = [0, 1, 2, 3].map(() => history.recordLoanAndReturn(library))
        const set = ({ loan, months }: PlannedHold): HoldInTest => {
          const held = { hold: randomId<HoldId>(), loan: loans[loan] as LoanId, end: lastDayAfter(library, months) }
          const details = {
            ...decided,
            scope: held.loan as string as ScopeId,
            class: 'loan',
            caseNumber: '17',
            explanation: null,
          } as const
          record(HoldSet({ hold: held.hold, lastDay: held.end }, { hold: details }))
          holds.push(held)
          return held
        }
        const change = (held: HoldInTest, what: 'prolong' | 'release'): void => {
          if (held.end < library.today) return
          held.end = what === 'release' ? library.today : lastDayAfter(library, 3)
          record(
            what === 'release'
              ? HoldReleased({ hold: held.hold }, { hold: decided })
              : HoldProlonged({ hold: held.hold, lastDay: held.end }, { hold: decided }),
          )
        }
        const changes = new Map<number, Array<() => void>>()
        for (let night = 0; night < 150; night += 1) {
          for (const planned of plan.filter((each) => each.night === night)) {
            if (library.erasedScopes().includes(loans[planned.loan] as string as ScopeId)) continue
            const held = set(planned)
            if (planned.then === null) continue
            const { on, what } = planned.then
            changes.set(night + on, [...(changes.get(night + on) ?? []), () => change(held, what)])
          }
          changes.get(night)?.forEach((apply) => apply())
          const { statusAfter, failed } = await library.passMidnight()
          const erased = new Set(library.erasedScopes())
          const over = addDays(-1)(library.today)
          for (const loan of loans) {
            const ends = holds.filter((held) => held.loan === loan).map(({ end }) => end)
            const due = [addDays(loanDays)(firstDay), ...ends].sort().at(-1) as Day
            expect([loan, over, erased.has(loan as string as ScopeId)]).toEqual([loan, over, due <= over])
          }
          for (const { hold, end } of holds) expect(erased.has(hold as string as ScopeId)).toBe(end <= over)
          expect({ overdue: statusAfter.overdue, failed }).toEqual({ overdue: 0, failed: [] })
        }
        expect(library.early).toEqual([])
      }),
      { numRuns: 15 },
    ))
})
