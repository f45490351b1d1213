import { loanEndsOfTimeline, type TimelineEntry } from '../../../domain/copy/history/loan-ends-of-timeline'
import type { Instant } from '../../../domain/values/instant'
import { branchAtHarbour, loanId, mainBranch } from '../../fixtures/example-library'

const at = (hour: string): Instant => `2026-03-02T${hour}:00:00.000Z` as Instant
const lent = (hour: string, loan: number): TimelineEntry => ({
  ...{ type: 'lent', at: at(hour), branch: mainBranch, loan: loanId(loan) },
})
const returned = (hour: string, branch = mainBranch) => ({ type: 'returned', at: at(hour), branch }) as const

/** The ends of the loans, in both orders of the last two entries. */
const endsInBothOrders = (earlier: ReadonlyArray<TimelineEntry>, one: TimelineEntry, other: TimelineEntry) =>
  [loanEndsOfTimeline([...earlier, one, other]), loanEndsOfTimeline([...earlier, other, one])].map((ends) => [...ends])

describe('a copy at one moment', () => {
  it('is returned before it is lent again', () => {
    const [ends, inOtherOrder] = endsInBothOrders([lent('09', 1)], returned('10'), lent('10', 2))
    expect(ends).toEqual([
      [loanId(1), returned('10')],
      [loanId(2), undefined],
    ])
    expect(inOtherOrder).toEqual(ends)
  })

  it('is lent and returned, when the log has the loan of that moment end with the return', () => {
    const ended: TimelineEntry = { ...returned('10'), ended: loanId(1) }
    const [ends, inOtherOrder] = endsInBothOrders([lent('10', 2)], lent('10', 1), ended)
    expect(ends).toEqual([
      [loanId(1), ended],
      [loanId(2), undefined],
    ])
    expect(inOtherOrder).toEqual(ends)
  })

  it.each<[string, TimelineEntry, TimelineEntry]>([
    ['loans', lent('10', 2), lent('10', 3)],
    ['returns', returned('10'), returned('10', branchAtHarbour)],
  ])('has two %s in an order that does not depend on their arrival', (_, one, other) => {
    const [ends, inOtherOrder] = endsInBothOrders([lent('09', 1)], one, other)
    expect(ends).toEqual(inOtherOrder)
  })
})
