import type { CopyHistory, LoanInCopyHistory } from '../../../domain/copy/history/copy-history'
import { loanCasesEndedByTimelineEntry } from '../../../domain/copy/history/loan-cases-ended-by-timeline-entry'
import type { TimelineEntry } from '../../../domain/copy/history/loan-ends-of-timeline'
import type { KnownCopy } from '../../../domain/copy/copy-state'
import { erased } from '../../../domain/event/plain-or-erased'
import type { Instant } from '../../../domain/values/instant'
import { day, exampleCopyAcquired, loanId, mainBranch as branch } from '../../fixtures/example-library'

const at = (hour: string): Instant => `2026-03-02T${hour}:00:00.000Z` as Instant
const returned = (hour: string): TimelineEntry => ({ type: 'returned', at: at(hour), branch })
/** The end that the log has because the next loan began. */
const endOf = (loan: number, hour: string): TimelineEntry => ({
  ...{ type: 'returned', at: at(hour), branch, ended: loanId(loan), isByNextLoan: true },
})
const lent = (hour: string, loan: number): TimelineEntry => ({ type: 'lent', at: at(hour), branch, loan: loanId(loan) })

const loanWithCase = (loan: number, ...openCases: ReadonlyArray<string>): LoanInCopyHistory => ({
  ...{ loan: loanId(loan), branch, lentOn: day('2026-03-02'), details: erased, renewedAt: [], end: undefined },
  renewalsBefore: 0,
  openCases,
})

const { copy, title, group, ageLimit, price, name, volume } = exampleCopyAcquired().open
const copyOnShelf: KnownCopy = { _tag: 'OnShelf', item: { copy, title, group, ageLimit, price, name, volume }, branch }

/** The loans whose case ends when a return of 11 o'clock arrives. */
const dissolvedAt11 = (loans: CopyHistory['loans'], ...timeline: ReadonlyArray<TimelineEntry>) =>
  loanCasesEndedByTimelineEntry(
    copyOnShelf,
    returned('11'),
  )({ loans, timeline, datedChanges: [] }).map(({ open: { loan } }) => loan)

describe('the case of a loan that was against another loan', () => {
  it('ends with a return between the two loans', () =>
    expect(dissolvedAt11([loanWithCase(1), loanWithCase(2, 'copyOnLoan')], lent('10', 1), lent('12', 2))).toEqual([
      loanId(2),
    ]))

  it('ends also when the log has a later loan with a case of its own', () =>
    expect(
      dissolvedAt11(
        [loanWithCase(1), loanWithCase(2, 'copyOnLoan'), loanWithCase(3, 'copyOnLoan')],
        ...[lent('10', 1), lent('12', 2), lent('13', 3)],
      ),
    ).toEqual([loanId(2)]))

  it('ends also when the log had the first loan end with the second', () => {
    const ended = endOf(1, '12')
    expect(
      dissolvedAt11([loanWithCase(1), loanWithCase(2, 'copyOnLoan')], lent('10', 1), ended, lent('12', 2)),
    ).toEqual([loanId(2)])
  })

  it.each<[string, LoanInCopyHistory, ReadonlyArray<TimelineEntry>]>([
    ['the return came before both', loanWithCase(2, 'copyOnLoan'), [lent('12', 1), lent('13', 2)]],
    ['the loan was against something else, too', loanWithCase(2, 'copyOnLoan', 'borrowerBlocked'), [lent('12', 2)]],
    ['staff have resolved it', loanWithCase(2), [lent('10', 1), lent('12', 2)]],
    [
      'the loan had ended one before it, which is not read any more',
      loanWithCase(1, 'copyOnLoan'),
      [endOf(9, '10'), lent('10', 1), lent('12', 2)],
    ],
  ])('stays when %s', (_when, loan, timeline) =>
    expect(dissolvedAt11([loanWithCase(1), loan], ...timeline)).toEqual([]),
  )
})
