import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { LoanRenewed } from '../../domain/copy/events/loan-renewed'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import { noonOf } from '../../domain/values/instant'
import { kroner } from '../../domain/values/ore'
import { overdue, toBill } from '../../projections/loans/overdue'
import { isReturnedLate, isRunning, loanById, loanOfCopy, loansOf } from '../../projections/loans/queries'
import type { Day } from '../../domain/values/day'
import { ann, bo, copyNo, january, lent, loanNo, main, returned, rowsAfter, title } from './story'

const due = january(5)
const three = [lent(1, ann, january(1), due), lent(2, ann, january(1), january(9)), lent(3, bo, january(1), due)]

describe('the loans of a borrower', () => {
  it('are those that run and those that have ended, earliest due first', () => {
    const loans = loansOf(ann)(rowsAfter([...three, returned(2, ann, january(1), january(9), january(4))]))
    expect(loans.map(({ loan, endedOn }) => [loan, endedOn])).toEqual([
      [loanNo(1), null],
      [loanNo(2), january(4)],
    ])
    expect(loans.map(isRunning)).toEqual([true, false])
  })

  it('run to the day they were renewed to', () => {
    const renewed = { borrower: ann, dueOn: january(30), previouslyDueOn: due, renewedAt: noonOf(due) }
    const rows = rowsAfter([...three, LoanRenewed({ loan: loanNo(1), copy: copyNo(1) }, { loan: renewed })])
    expect(loanById(loanNo(1))(rows)?.dueOn).toBe(january(30))
  })

  it('hold no loan that was undone', () => {
    const open = { loan: loanNo(1), copy: copyNo(1), title, branch: main, undoneOn: january(1) }
    const rows = rowsAfter([...three, LoanUndone(open, { loan: { borrower: ann, fulfilled: false } })])
    expect(loanById(loanNo(1))(rows)).toBeUndefined()
  })

  it('are late when returned after the due day, and not on it', () => {
    const on = (day: Day) => loanById(loanNo(1))(rowsAfter([three[0]!, returned(1, ann, january(1), due, day)]))!
    expect([on(january(5)), on(january(6))].map(isReturnedLate)).toEqual([false, true])
  })
})

describe('who has a copy', () => {
  it('is whoever borrowed it and has not returned it', () => {
    expect(loanOfCopy(copyNo(3))(rowsAfter(three))?.borrower).toBe(bo)
    expect(loanOfCopy(copyNo(3))(rowsAfter([...three, returned(3, bo, january(1), due, due)]))).toBeUndefined()
  })
})

describe('the overdue list', () => {
  const names = (loans: ReadonlyArray<{ readonly loan: string }>) => loans.map(({ loan }) => loan)

  it('begins the day after the due day, the longest overdue first', () => {
    const rows = rowsAfter(three)
    expect(names(overdue(january(5))(rows))).toEqual([])
    expect(names(overdue(january(6))(rows))).toEqual([loanNo(1), loanNo(3)])
    expect(names(overdue(january(10))(rows))).toEqual([loanNo(1), loanNo(3), loanNo(2)])
  })

  it('leaves out what has come back', () => {
    expect(names(overdue(january(6))(rowsAfter([...three, returned(1, ann, january(1), due, due)])))).toEqual([
      loanNo(3),
    ])
  })

  it('is billed 35 days after the due day, once', () => {
    expect(names(toBill(35)('2026-02-08' as Day)(rowsAfter(three)))).toEqual([])
    expect(names(toBill(35)('2026-02-09' as Day)(rowsAfter(three)))).toEqual([loanNo(1), loanNo(3)])
    const part = { borrower: ann, lentOn: january(1), dueOn: due, name: 'Bog', price: kroner(200) }
    const billed = CopyBilledAsLost(
      { loan: loanNo(1), copy: copyNo(1), title, branch: main, billedOn: '2026-02-09' as Day },
      { loan: { ...part, borrowerGroup: 'adult', ageClass: 'adult' } },
    )
    const rows = rowsAfter([...three, billed])
    expect(names(toBill(35)('2026-02-09' as Day)(rows))).toEqual([loanNo(3)])
    expect(loanById(loanNo(1))(rows)).toMatchObject({ end: 'billed', endedOn: '2026-02-09' })
  })
})
