import { MonthCounted } from '../../domain/calendar/events/month-counted'
import { CopyFound } from '../../domain/copy/events/copy-found'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  branchDaysIn,
  circulationBetween,
  circulationIn,
  erasedIn,
  feesLeviedIn,
  monthsOfTitle,
  publishedIn,
} from '../../projections/statistics/queries'
import { uuid } from '../fixtures/uuid'
import { ann, copyNo, january, lent, levied, loanNo, main, returned, rowsAfter, side, title } from './story'

const month = '2026-01' as Month
const due = january(5)
const undone = LoanUndone(
  { loan: loanNo(2), copy: copyNo(2), title, branch: main, undoneOn: january(2) },
  { loan: { borrower: ann, fulfilled: false } },
)
const events = [
  lent(1, ann, january(1), due),
  lent(2, ann, january(2), due),
  undone,
  returned(1, ann, january(1), due, january(3)),
]

describe('the anonymous statistics', () => {
  it('count loans and returns by day and branch, those undone apart', () => {
    const counts = branchDaysIn(month)(rowsAfter(events))
    expect(counts.map(({ day, branch, loans, undone, returns }) => [day, branch, loans, undone, returns])).toEqual([
      [january(1), main, 1, 0, 0],
      [january(2), main, 1, 1, 0],
      [january(3), side, 0, 0, 1],
    ])
  })

  it('add up over days, months and titles', () => {
    const rows = rowsAfter(events)
    expect(circulationIn(month)(rows)).toEqual({ loans: 2, undone: 1, returns: 1, bills: 0, found: 0 })
    expect(circulationBetween(january(2), january(2))(rows)).toEqual({
      loans: 1,
      undone: 1,
      returns: 0,
      bills: 0,
      found: 0,
    })
    expect(monthsOfTitle(title)(rows)).toEqual([{ title, month, loans: 2, undone: 1, returns: 1, bills: 0, found: 0 }])
  })

  it('count fees by kind and never their amounts', () => {
    const about = { lentOn: january(1), dueOn: january(2), occasion: january(3) }
    const rows = rowsAfter([
      levied(1, ann, 20, about),
      levied(2, ann, 60, about),
      levied(3, ann, 250, about, 'compensation'),
    ])
    expect(feesLeviedIn(month, 'lateness')(rows)).toBe(2)
    expect(feesLeviedIn(month, 'compensation')(rows)).toBe(1)
    expect(feesLeviedIn('2026-02' as Month, 'lateness')(rows)).toBe(0)
  })

  it('count lost copies that turn up', () => {
    const found = CopyFound({ copy: copyNo(1), title, branch: main, foundOn: january(3) }, {})
    expect(circulationIn(month)(rowsAfter([found]))).toMatchObject({ returns: 0, found: 1 })
  })

  it('publish what a closing counted', () => {
    const cells = [{ by: 'group', value: 'adult', loans: 7 }]
    expect(publishedIn(month)(rowsAfter([MonthCounted({ month, cells }, {})]))).toMatchObject(cells)
  })

  it('count what was erased by class, in both logs', () => {
    const due = (name: 'loan' | 'fee' | 'contact', n: number) => ({
      class: name,
      scope: uuid(n) as ScopeId,
      trigger: uuid(n) as EventId,
    })
    const run = (...scopes: ReadonlyArray<ReturnType<typeof due>>) =>
      ErasureDue({ run: uuid(1) as RunId, reason: 'due', scopes }, {})
    const rows = rowsAfter([run(due('loan', 1), due('loan', 2)), run(due('fee', 3))], [run(due('contact', 4))])
    expect(erasedIn(month)(rows).map((one) => [one.class, one.scopes])).toEqual([
      ['contact', 1],
      ['fee', 1],
      ['loan', 2],
    ])
  })
})
