import { nothingOverridden } from '../fixtures/example-library'
import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { LoanRenewed } from '../../domain/copy/events/loan-renewed'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import { noonOf } from '../../domain/values/instant'
import { oreFromKroner } from '../../domain/values/ore'
import { overdueLoans, loansToBill } from '../../projections/loans/overdue-loans'
import {
  isLoanReturnedLate,
  isLoanRunning,
  loanById,
  runningLoanOfCopy,
  loansOfBorrower,
} from '../../projections/loans/loan-queries'
import type { Day } from '../../domain/values/day'
import {
  ann,
  bo,
  copyIdOf,
  dayOfJanuary,
  loanStarted,
  loanIdOf,
  lendingBranch,
  loanReturned,
  rowsAfterEvents,
  exampleTitle,
  asRecorded,
} from './example-events'

const due = dayOfJanuary(5)
const three = [
  loanStarted(1, ann, dayOfJanuary(1), due),
  loanStarted(2, ann, dayOfJanuary(1), dayOfJanuary(9)),
  loanStarted(3, bo, dayOfJanuary(1), due),
]

describe('the loans of a borrower', () => {
  it('are the running and the ended loans, earliest due first', () => {
    const loans = loansOfBorrower(ann)(
      rowsAfterEvents([...three, loanReturned(2, ann, dayOfJanuary(1), dayOfJanuary(9), dayOfJanuary(4))]),
    )
    expect(loans.map(({ loan, endedOn }) => [loan, endedOn])).toEqual([
      [loanIdOf(1), null],
      [loanIdOf(2), dayOfJanuary(4)],
    ])
    expect(loans.map(isLoanRunning)).toEqual([true, false])
  })

  it('are due on the day to which they were renewed', () => {
    const renewed = {
      borrower: ann,
      dueOn: dayOfJanuary(30),
      previouslyDueOn: due,
      renewedAt: noonOf(due),
      ...nothingOverridden,
    }
    const rows = rowsAfterEvents([...three, LoanRenewed({ loan: loanIdOf(1), copy: copyIdOf(1) }, { loan: renewed })])
    expect(loanById(loanIdOf(1))(rows)?.dueOn).toBe(dayOfJanuary(30))
  })

  it('do not include an undone loan', () => {
    const open = {
      loan: loanIdOf(1),
      copy: copyIdOf(1),
      title: exampleTitle,
      branch: lendingBranch,
      undoneOn: dayOfJanuary(1),
    }
    const rows = rowsAfterEvents([...three, LoanUndone(open, { loan: { borrower: ann, fulfilled: false } })])
    expect(loanById(loanIdOf(1))(rows)).toBeUndefined()
  })

  it('are late when they are returned after the due day, and not on it', () => {
    const on = (day: Day) =>
      loanById(loanIdOf(1))(rowsAfterEvents([three[0]!, loanReturned(1, ann, dayOfJanuary(1), due, day)]))!
    expect([on(dayOfJanuary(5)), on(dayOfJanuary(6))].map(isLoanReturnedLate)).toEqual([false, true])
  })
})

describe('the running loan of a copy', () => {
  it('is the loan that has not been returned', () => {
    expect(runningLoanOfCopy(copyIdOf(3))(rowsAfterEvents(three))?.borrower).toBe(bo)
    expect(
      runningLoanOfCopy(copyIdOf(3))(rowsAfterEvents([...three, loanReturned(3, bo, dayOfJanuary(1), due, due)])),
    ).toBeUndefined()
  })
})

describe('the overdue list', () => {
  const names = (loans: ReadonlyArray<{ readonly loan: string }>) => loans.map(({ loan }) => loan)

  it('has a loan from the day after its due day, longest overdue first', () => {
    const rows = rowsAfterEvents(three)
    expect(names(overdueLoans(asRecorded)(dayOfJanuary(5))(rows))).toEqual([])
    expect(names(overdueLoans(asRecorded)(dayOfJanuary(6))(rows))).toEqual([loanIdOf(1), loanIdOf(3)])
    expect(names(overdueLoans(asRecorded)(dayOfJanuary(10))(rows))).toEqual([loanIdOf(1), loanIdOf(3), loanIdOf(2)])
  })

  it('has no returned loans', () => {
    expect(
      names(
        overdueLoans(asRecorded)(dayOfJanuary(6))(
          rowsAfterEvents([...three, loanReturned(1, ann, dayOfJanuary(1), due, due)]),
        ),
      ),
    ).toEqual([loanIdOf(3)])
  })

  it('is billed once, 35 days after the due day', () => {
    expect(names(loansToBill(asRecorded, 35)('2026-02-08' as Day)(rowsAfterEvents(three)))).toEqual([])
    expect(names(loansToBill(asRecorded, 35)('2026-02-09' as Day)(rowsAfterEvents(three)))).toEqual([
      loanIdOf(1),
      loanIdOf(3),
    ])
    const part = { borrower: ann, lentOn: dayOfJanuary(1), dueOn: due, name: 'Bog', price: oreFromKroner(200) }
    const billed = CopyBilledAsLost(
      {
        loan: loanIdOf(1),
        copy: copyIdOf(1),
        title: exampleTitle,
        branch: lendingBranch,
        billedOn: '2026-02-09' as Day,
      },
      { loan: { ...part, borrowerGroup: 'adult', ageClass: 'adult' } },
    )
    const rows = rowsAfterEvents([...three, billed])
    expect(names(loansToBill(asRecorded, 35)('2026-02-09' as Day)(rows))).toEqual([loanIdOf(3)])
    expect(loanById(loanIdOf(1))(rows)).toMatchObject({ end: 'billed', endedOn: '2026-02-09' })
  })
})
