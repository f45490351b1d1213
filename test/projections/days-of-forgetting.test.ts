import type { ScopeId } from '../../domain/values/ids'
import {
  daysOfForgettingOf,
  namedDayOfBorrower,
  namedDayOfForgetting,
} from '../../projections/legal-holds/days-of-forgetting'
import type { ReadModelRows } from '../../projections/read-model/read-model-rows'
import { anna, day } from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'

const [loan, other] = [numberedUuid(1), numberedUuid(2)] as [ScopeId, ScopeId]

const holdOn = (scope: ScopeId, lastDay: string, reasonForBorrower: string | null) => ({
  ...{ hold: numberedUuid(9), borrower: anna, scope, class: 'loan', setOn: '2026-01-05', lastDay, releasedOn: null },
  ...{ by: 'Jens', why: 'Politiet', caseNumber: '17', basisForBorrower: reasonForBorrower, reasonForBorrower },
})

const daysWith = (isErasing: boolean, ...holds: ReadonlyArray<object>) =>
  daysOfForgettingOf(anna, '2026-01-31', isErasing)({ find: () => holds } as object as ReadModelRows)

describe('the days of forgetting that are named to a borrower', () => {
  it('are those of the promises where no hold stands; what has no day yet has none', () => {
    const named = namedDayOfForgetting(daysWith(true))
    expect([named(loan, day('2026-02-04')), named(loan, null)]).toEqual(['2026-02-04', null])
  })

  it('are none while the library erases nothing: answers are then those of a hold that may not be told', () => {
    expect(daysWith(false)).toEqual(daysWith(true, holdOn(loan, '2026-03-31', null)))
    expect(namedDayOfForgetting(daysWith(false))(loan, day('2026-02-04'))).toBeNull()
  })

  it('are none under a hold that may not be told, beside one that may', () => {
    const days = daysWith(true, holdOn(loan, '2026-03-31', 'Klage'), holdOn(other, '2026-02-28', null))
    expect(namedDayOfForgetting(days)(loan, day('2026-02-04'))).toBeNull()
    expect(days.explainedHolds).toHaveLength(1)
  })

  it('are later on the held record, and of the borrower, where the hold is the last to end', () => {
    const days = daysWith(true, holdOn(loan, '2026-03-31', 'Klage'))
    expect(namedDayOfForgetting(days)(loan, day('2026-02-04'))).toBe('2026-03-31')
    expect(namedDayOfForgetting(days)(loan, day('2026-05-01'))).toBe('2026-05-01')
    expect(namedDayOfForgetting(days)(other, day('2026-02-04'))).toBe('2026-02-04')
    expect(namedDayOfBorrower(days)(day('2026-02-28'))).toBe('2026-03-31')
  })

  it('are named again when a hold is over', () => {
    expect(daysWith(true, holdOn(loan, '2026-01-31', null)).areNamed).toBe(true)
  })
})
