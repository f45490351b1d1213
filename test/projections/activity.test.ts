import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import { FeePaid } from '../../domain/fee/events/fee-paid'
import type { BorrowerId, PaymentId } from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import { kroner } from '../../domain/values/ore'
import { activeIn, countedFrom, holdsOrOwes, loansToCount } from '../../projections/activity/queries'
import { borrowerById } from '../../projections/borrowers/queries'
import { emptyReadModels, recordedIn } from '../fixtures/read-models'
import { uuid } from '../fixtures/uuid'
import {
  ann,
  bo,
  copyNo,
  feeNo,
  january,
  lent,
  levied,
  loanNo,
  main,
  registered,
  reserved,
  returned,
  rowsAfter,
  settled,
  statistics,
  title,
} from './story'

const [january2026, february2026] = ['2026-01' as Month, '2026-02' as Month]
const [on, due] = [january(1), january(5)]
const about = { lentOn: on, dueOn: due, occasion: january(6) }
const paid = FeePaid(
  { fee: feeNo(1) },
  { fee: { borrower: bo, payment: uuid(600) as PaymentId, amount: kroner(20), paidOn: january(7) } },
)

describe('who was active in a month', () => {
  it('is who borrowed, returned, reserved or paid in it', () => {
    const cyn = uuid(3) as BorrowerId
    const models = emptyReadModels()
    models.take(recordedIn('circulation')([lent(1, ann, on, due), levied(1, bo, 20, about), reserved(1, cyn)]))
    models.take(recordedIn('circulation', '2026-02-02', 3)([returned(1, ann, on, due, due), paid]))
    expect(activeIn(january2026)(models.rows)).toEqual([ann, cyn])
    expect(activeIn(february2026)(models.rows)).toEqual([ann, bo])
    expect(activeIn('2026-03' as Month)(models.rows)).toEqual([])
  })
})

describe('the loans that a month counts', () => {
  it('are those lent in it and not undone', () => {
    const open = { loan: loanNo(2), copy: copyNo(2), title, branch: main, undoneOn: on }
    const undone = LoanUndone(open, { loan: { borrower: ann, fulfilled: false } })
    const rows = rowsAfter([lent(1, ann, on, due), lent(2, ann, on, due), undone])
    expect(loansToCount(statistics)(rows)).toEqual([
      { loan: loanNo(1), statistics, borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    ])
  })
})

describe('a borrower who might lapse', () => {
  const holds = (...events: Parameters<typeof rowsAfter>[0]) => holdsOrOwes(ann)(rowsAfter(events))

  it('holds or owes while a loan runs, a reservation waits or a fee is unsettled', () => {
    expect(holds()).toBe(false)
    expect(holds(lent(1, ann, on, due))).toBe(true)
    expect(holds(lent(1, ann, on, due), returned(1, ann, on, due, due))).toBe(false)
    expect(holds(reserved(1, ann))).toBe(true)
    expect(holds(levied(1, ann, 20, about))).toBe(true)
    expect(holds(levied(1, ann, 20, about), settled(1, january(9)))).toBe(false)
  })

  it('is counted from the half-year last seen in, or else from registration', () => {
    const from = (...events: Parameters<typeof rowsAfter>[0]) =>
      countedFrom(borrowerById(ann)(rowsAfter([], [registered(ann), ...events]))!)
    expect(from()).toBe('2026-H1')
    expect(from(BorrowerSeen({ borrower: ann, halfYear: '2026-H2' as HalfYear }, {}))).toBe('2026-H2')
  })
})
