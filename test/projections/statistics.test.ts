import { MonthCounted } from '../../domain/calendar/events/month-counted'
import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { CopyFound } from '../../domain/copy/events/copy-found'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { Day } from '../../domain/values/day'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { oreFromKroner } from '../../domain/values/ore'
import {
  statisticsOfMonthByDayAndBranch,
  circulationCountsBetween,
  circulationCountsOfMonth,
  countScopesErasedInMonth,
  countFeesLeviedIn,
  monthlyCountsOfTitle,
} from '../../projections/statistics/statistics-queries'
import { publishedCellsIn, publishedTableOf } from '../../projections/statistics/published-table-queries'
import { inMemoryReadModels, withMetadataIn } from '../fixtures/in-memory-read-models'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  ann,
  copyIdOf,
  dayOfJanuary,
  loanStarted,
  feeLevied,
  loanIdOf,
  lendingBranch,
  loanReturned,
  rowsAfterEvents,
  otherBranch,
  exampleTitle,
} from './example-events'

const month = '2026-01' as Month
const due = dayOfJanuary(5)
const undone = LoanUndone(
  { loan: loanIdOf(2), copy: copyIdOf(2), title: exampleTitle, branch: lendingBranch, undoneOn: dayOfJanuary(2) },
  { loan: { borrower: ann, fulfilled: false } },
)
const billedOn = (day: Day) =>
  CopyBilledAsLost(
    { loan: loanIdOf(1), copy: copyIdOf(1), title: exampleTitle, branch: lendingBranch, billedOn: day },
    {
      loan: {
        ...{ borrower: ann, lentOn: dayOfJanuary(1), dueOn: dayOfJanuary(2), name: 'Bog', price: oreFromKroner(200) },
        ...{ borrowerGroup: 'adult', ageClass: 'adult' },
      },
    },
  )
const events = [
  loanStarted(1, ann, dayOfJanuary(1), due),
  loanStarted(2, ann, dayOfJanuary(2), due),
  undone,
  loanReturned(1, ann, dayOfJanuary(1), due, dayOfJanuary(3)),
]

describe('the anonymous statistics', () => {
  it('count loans, undone loans and returns by day and branch', () => {
    const counts = statisticsOfMonthByDayAndBranch(month)(rowsAfterEvents(events))
    expect(counts.map(({ day, branch, loans, undone, returns }) => [day, branch, loans, undone, returns])).toEqual([
      [dayOfJanuary(1), lendingBranch, 1, 0, 0],
      [dayOfJanuary(2), lendingBranch, 1, 1, 0],
      [dayOfJanuary(3), otherBranch, 0, 0, 1],
    ])
  })

  it('are summed over days, months and titles', () => {
    const rows = rowsAfterEvents(events)
    expect(circulationCountsOfMonth(month)(rows)).toEqual({ loans: 2, undone: 1, returns: 1, bills: 0, found: 0 })
    expect(circulationCountsBetween(dayOfJanuary(2), dayOfJanuary(2))(rows)).toEqual({
      loans: 1,
      undone: 1,
      returns: 0,
      bills: 0,
      found: 0,
    })
    expect(monthlyCountsOfTitle(exampleTitle)(rows)).toEqual([
      { title: exampleTitle, month, loans: 2, undone: 1, returns: 1, bills: 0, found: 0 },
    ])
  })

  it('count fees by kind and never their amounts', () => {
    const about = { lentOn: dayOfJanuary(1), dueOn: dayOfJanuary(2), occasion: dayOfJanuary(3) }
    const rows = rowsAfterEvents([
      feeLevied(1, ann, 20, about),
      feeLevied(2, ann, 60, about),
      feeLevied(3, ann, 250, about, 'compensation'),
    ])
    expect(countFeesLeviedIn(month, 'lateness')(rows)).toBe(2)
    expect(countFeesLeviedIn(month, 'compensation')(rows)).toBe(1)
    expect(countFeesLeviedIn('2026-02' as Month, 'lateness')(rows)).toBe(0)
  })

  it('count lost copies that are found', () => {
    const found = CopyFound(
      { copy: copyIdOf(1), title: exampleTitle, branch: lendingBranch, foundOn: dayOfJanuary(3) },
      {},
    )
    expect(circulationCountsOfMonth(month)(rowsAfterEvents([found]))).toMatchObject({ returns: 0, found: 1 })
  })

  it('count a bill on the day whose closing makes it, though it is recorded after midnight, in the next month', () => {
    const models = inMemoryReadModels()
    models.foldEvents(withMetadataIn('circulation', '2026-02-01')([billedOn(dayOfJanuary(31))]))
    expect(circulationCountsOfMonth(month)(models.rows).bills).toBe(1)
    expect(circulationCountsOfMonth('2026-02' as Month)(models.rows).bills).toBe(0)
    expect(monthlyCountsOfTitle(exampleTitle)(models.rows)).toMatchObject([{ month, bills: 1 }])
  })

  it('count a return of a month whose statistics are made on the day on which it arrives', () => {
    const models = inMemoryReadModels()
    const late = loanReturned(1, ann, dayOfJanuary(1), due, dayOfJanuary(31))
    models.foldEvents(withMetadataIn('circulation', '2026-02-03')([late]))
    expect(statisticsOfMonthByDayAndBranch('2026-02' as Month)(models.rows)).toMatchObject([
      { day: '2026-02-03', returns: 1 },
    ])
    expect(circulationCountsOfMonth(month)(models.rows).returns).toBe(0)
  })

  it('publish the tables of each closing, those without cells included', () => {
    const counted = (counts: Readonly<Record<string, number>>) => [
      { of: 'loans', by: 'ageClass', cells: Object.entries(counts).map(([value, count]) => ({ value, count })) },
    ]
    const [february, april] = ['2026-02' as Month, '2026-04' as Month]
    const rows = rowsAfterEvents([
      MonthCounted({ month, tables: counted({ child: 7 }) }, {}),
      MonthCounted({ month: february, tables: counted({ other: 9, unknown: 8 }) }, {}),
      MonthCounted({ month: '2026-03' as Month, tables: counted({}) }, {}),
      MonthCounted({ month: april, tables: counted({ child: 6 }) }, {}),
    ])
    expect(publishedTableOf('loans', 'ageClass')({ from: february, until: '2026-03' as Month })(rows)).toEqual([
      {
        month: february,
        cells: [
          { value: 'unknown', count: 8 },
          { value: 'other', count: 9 },
        ],
      },
      { month: '2026-03', cells: [] },
    ])
    expect(publishedTableOf('loans', 'branch')({ from: month, until: april })(rows)).toEqual([])
    expect(publishedCellsIn(april)(rows)).toEqual([{ by: 'ageClass', value: 'child', loans: 6 }])
  })

  it('count erased scopes by class, in both logs', () => {
    const due = (name: 'loan' | 'fee' | 'contact', n: number) => ({
      class: name,
      scope: numberedUuid(n) as ScopeId,
      trigger: numberedUuid(n) as EventId,
    })
    const run = (...scopes: ReadonlyArray<ReturnType<typeof due>>) =>
      ErasureDue({ run: numberedUuid(1) as RunId, reason: 'due', scopes }, {})
    const rows = rowsAfterEvents([run(due('loan', 1), due('loan', 2)), run(due('fee', 3))], [run(due('contact', 4))])
    expect(countScopesErasedInMonth(month)(rows).map((one) => [one.class, one.scopes])).toEqual([
      ['contact', 1],
      ['fee', 1],
      ['loan', 2],
    ])
  })
})
