import { textOfContinuedLoan } from '../../domain/copy/continued-loan'
import { LoanStarted } from '../../domain/copy/events/loan-started'
import type { Day } from '../../domain/values/day'
import { noonOf } from '../../domain/values/instant'
import { loanById, loanOfCopyEndedOn, runningLoanOfCopy } from '../../projections/loans/loan-queries'
import { startsAnew } from '../fixtures/example-library'
import {
  ann,
  copyIdOf,
  dayOfJanuary,
  exampleTitle,
  lendingBranch,
  loanIdOf,
  loanReturned,
  loanStarted,
  rowsAfterEvents,
  statisticsScope,
} from './example-events'

const [lentOn, dueOn, undoneOn] = [dayOfJanuary(2), dayOfJanuary(9), '2026-02-10' as Day]

/** Loan n continues the loan of 2 January, after a return on 10 February that was a mistake. */
const continuing = (n: number) =>
  LoanStarted(
    {
      ...{ loan: loanIdOf(n), statistics: statisticsScope, copy: copyIdOf(1), title: exampleTitle },
      ...{ branch: lendingBranch, lentOn: undoneOn },
    },
    {
      loan: {
        ...{ borrower: ann, dueOn, lentAt: noonOf(undoneOn), borrowerGroup: 'adult', ageClass: 'adult', name: 'Bog' },
        ...{ fulfils: false, against: [], ...startsAnew, continues: textOfContinuedLoan({ lentOn, renewals: 0 }) },
      },
      statistics: { borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    },
  )

describe('a loan that continues another', () => {
  const undone = [loanStarted(1, ann, lentOn, dueOn), loanReturned(1, ann, lentOn, dueOn, undoneOn), continuing(2)]

  it('is on loan since the day of the first, and the first stays ended', () => {
    const rows = rowsAfterEvents(undone)
    expect(runningLoanOfCopy(copyIdOf(1))(rows)).toMatchObject({ loan: loanIdOf(2), lentOn, dueOn, endedOn: null })
    expect(loanById(loanIdOf(1))(rows)).toMatchObject({ endedOn: undoneOn, end: 'returned' })
  })

  it('is of the month of the first, so that a history of loans does not have its title twice', () => {
    expect(loanById(loanIdOf(2))(rowsAfterEvents(undone))).toMatchObject({ startedIn: '2026-01' })
  })

  it('is the one that ended last, when it is returned on the same day', () => {
    const rows = rowsAfterEvents([...undone, loanReturned(2, ann, lentOn, dueOn, undoneOn)])
    expect(loanOfCopyEndedOn(copyIdOf(1), undoneOn)(rows)?.loan).toBe(loanIdOf(2))
  })
})
