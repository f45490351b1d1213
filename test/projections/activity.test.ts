import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { FeePaid } from '../../domain/fee/events/fee-paid'
import type { BorrowerId, PaymentId } from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import { oreFromKroner } from '../../domain/values/ore'
import {
  borrowersActiveIn,
  borrowersWithRecords,
  inactivityCountedFrom,
  hasLoanReservationOrDebt,
} from '../../projections/activity/borrower-activity-queries'
import { borrowerById } from '../../projections/borrowers/borrower-record-queries'
import { inMemoryReadModels, withMetadataIn } from '../fixtures/in-memory-read-models'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  ann,
  bo,
  feeIdOf,
  dayOfJanuary,
  loanStarted,
  feeLevied,
  borrowerRegistered,
  reservationMade,
  loanReturned,
  rowsAfterEvents,
  feeSettled,
} from './example-events'

const [january2026, february2026] = ['2026-01' as Month, '2026-02' as Month]
const [on, due] = [dayOfJanuary(1), dayOfJanuary(5)]
const about = { lentOn: on, dueOn: due, occasion: dayOfJanuary(6) }
const paid = FeePaid(
  { fee: feeIdOf(1) },
  {
    fee: { borrower: bo, payment: numberedUuid(600) as PaymentId, amount: oreFromKroner(20), paidOn: dayOfJanuary(7) },
  },
)

describe('the borrowers who were active in a month', () => {
  it('are those who borrowed, returned, reserved or paid in it', () => {
    const cyn = numberedUuid(3) as BorrowerId
    const models = inMemoryReadModels()
    models.foldEvents(
      withMetadataIn('circulation')([
        loanStarted(1, ann, on, due),
        feeLevied(1, bo, 20, about),
        reservationMade(1, cyn),
      ]),
    )
    models.foldEvents(withMetadataIn('circulation', '2026-02-02', 3)([loanReturned(1, ann, on, due, due), paid]))
    expect(borrowersActiveIn(january2026)(models.rows)).toEqual([ann, cyn])
    expect(borrowersActiveIn(february2026)(models.rows)).toEqual([ann, bo])
    expect(borrowersActiveIn('2026-03' as Month)(models.rows)).toEqual([])
  })
})

describe('the borrowers with records', () => {
  it('are those with a loan, a reservation or a fee, also when it has ended', () => {
    const cyn = numberedUuid(3) as BorrowerId
    const rows = rowsAfterEvents([
      loanStarted(1, ann, on, due),
      loanReturned(1, ann, on, due, due),
      feeLevied(1, bo, 20, about),
      reservationMade(1, cyn),
    ])
    expect([...borrowersWithRecords(rows)].sort()).toEqual([ann, bo, cyn].sort())
    expect([...borrowersWithRecords(rowsAfterEvents([borrowerRegistered(ann)]))]).toEqual([])
  })
})

describe('a borrower who may lapse', () => {
  const holds = (...events: Parameters<typeof rowsAfterEvents>[0]) =>
    hasLoanReservationOrDebt(ann)(rowsAfterEvents(events))

  it('does not lapse while a loan runs, a reservation waits or a fee is unsettled', () => {
    expect(holds()).toBe(false)
    expect(holds(loanStarted(1, ann, on, due))).toBe(true)
    expect(holds(loanStarted(1, ann, on, due), loanReturned(1, ann, on, due, due))).toBe(false)
    expect(holds(reservationMade(1, ann))).toBe(true)
    expect(holds(feeLevied(1, ann, 20, about))).toBe(true)
    expect(holds(feeLevied(1, ann, 20, about), feeSettled(1, dayOfJanuary(9)))).toBe(false)
  })

  it('is inactive since the half-year of the last use, or else of the registration', () => {
    const from = (...events: Parameters<typeof rowsAfterEvents>[0]) =>
      inactivityCountedFrom(borrowerById(ann)(rowsAfterEvents([], [borrowerRegistered(ann), ...events]))!)
    expect(from()).toBe('2026-H1')
    expect(from(BorrowerSeen({ borrower: ann, halfYear: '2026-H2' as HalfYear }, {}))).toBe('2026-H2')
  })
})
