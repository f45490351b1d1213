import fc from 'fast-check'
import { addDays, type Day } from '../../../domain/values/day'
import { createHorizonCollector } from '../../../retention/audit-report/backup-horizons'

const first = '2026-01-01' as Day
const arbitraryDay = fc.integer({ min: 0, max: 100 }).map((days) => addDays(days)(first))

const horizon = fc.record({
  type: fc.constantFrom('BackupHorizonDeclared', 'BackupHorizonPassed'),
  supersededOn: arbitraryDay,
})

describe('whether old copies of the keys still open an erased record', () => {
  it('is told by the first wrapping key that was superseded after the day or the month of its certificate', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(horizon, { selector: ({ supersededOn }) => supersededOn, maxLength: 20 }),
        fc.uniqueArray(
          fc.oneof(
            arbitraryDay,
            arbitraryDay.map((day) => day.slice(0, 7)),
          ),
          { maxLength: 20 },
        ),
        (horizons, dates) => {
          const collector = createHorizonCollector()
          for (const { type, supersededOn } of horizons)
            collector.apply({
              type,
              open: { epoch: '1', supersededOn, destroyedOn: supersededOn },
            })
          const counted = collector.erasedByHorizon(new Map(dates.map((date) => [date, 2])))
          const sorted = [...horizons].sort((one, other) => (one.supersededOn < other.supersededOn ? -1 : 1))
          for (const date of dates) {
            const closed = sorted.find(({ supersededOn }) =>
              date.length === 7 ? supersededOn.slice(0, 7) > date : supersededOn > date,
            )
            const status = { BackupHorizonDeclared: 'declared', BackupHorizonPassed: 'passed' } as const
            expect(counted[closed === undefined ? 'open' : status[closed.type]].get(date)).toBe(2)
          }
        },
      ),
    ))

  it('is open for all while no wrapping key was destroyed', () => {
    const { open, declared, passed } = createHorizonCollector().erasedByHorizon(new Map([[first, 3]]))
    expect([[...open], [...declared], [...passed]]).toEqual([[[first, 3]], [], []])
  })
})
