import type { Day } from '../../domain/values/day'
import { oreFromKroner } from '../../domain/values/ore'
import { defaultDebtLimit } from '../../domain/policy/debt-limit'
import { defaultFees } from '../../domain/policy/fee-policy'
import { borrowerOverview } from '../../projections/borrower-overview/borrower-overview'
import {
  copyAcquired,
  ann,
  bo,
  dayOfJanuary,
  loanStarted,
  feeLevied,
  borrowerRegistered,
  reservationMade,
  loanReturned,
  rowsAfterEvents,
  feeSettled,
  asRecorded,
} from './example-events'

const shown = {
  today: dayOfJanuary(10),
  fees: () => defaultFees,
  debtLimit: defaultDebtLimit,
  deadlineAt: asRecorded,
  retentionDays: { loan: 30, fee: 30 },
}
const [on, due] = [dayOfJanuary(1), dayOfJanuary(5)]
const about = { lentOn: on, dueOn: due, occasion: dayOfJanuary(6) }
const overview = (...events: Parameters<typeof rowsAfterEvents>[0]) =>
  borrowerOverview(shown)(ann)(rowsAfterEvents(events, [borrowerRegistered(ann)]))

describe("a borrower's overview", () => {
  it('is undefined for somebody who is not registered', () => {
    expect(borrowerOverview(shown)(bo)(rowsAfterEvents([], [borrowerRegistered(ann)]))).toBeUndefined()
  })

  it('shows the record and never the PIN', () => {
    const seen = overview()
    expect(seen).toMatchObject({ record: { name: 'Ann' }, contact: { address: 'Vej 1' }, blocks: [] })
    expect(JSON.stringify(seen)).not.toContain('kept')
  })

  it('shows loans with title and due day, and when a returned loan will be forgotten', () => {
    const seen = overview(
      loanStarted(1, ann, on, due),
      loanStarted(2, ann, on, due),
      loanReturned(2, ann, on, due, dayOfJanuary(4)),
    )
    expect(seen?.loans).toMatchObject([
      { name: 'Bog', dueOn: due, endedOn: null, forgottenOn: null },
      { endedOn: dayOfJanuary(4), forgottenOn: '2026-02-03' as Day },
    ])
  })

  it('shows reservations with title and queue number', () => {
    expect(overview(copyAcquired(1), reservationMade(1, bo), reservationMade(2, ann))?.reservations).toMatchObject([
      { name: 'Bog', queueNumber: 2, pickUpNumber: null },
    ])
  })

  it('shows the balance with its fees, and since when it blocks the borrower', () => {
    const seen = overview(feeLevied(1, ann, 230, about), feeLevied(2, ann, 20, about), feeSettled(2, dayOfJanuary(8)))
    expect(seen?.balance).toEqual({ owed: oreFromKroner(230), blockedSince: dayOfJanuary(6) })
    expect(seen?.fees).toMatchObject([
      { amount: oreFromKroner(230), forgottenOn: null, items: [{ name: 'Bog' }] },
      { amount: oreFromKroner(20), forgottenOn: '2026-02-07' },
    ])
  })

  it('counts a late return whose fee is not levied yet', () => {
    const seen = overview(loanStarted(1, ann, on, due), loanReturned(1, ann, on, due, dayOfJanuary(6)))
    expect(seen?.balance).toEqual({ owed: oreFromKroner(20), blockedSince: undefined })
  })
})
