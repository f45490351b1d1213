import type { Day } from '../../domain/values/day'
import { kroner } from '../../domain/values/ore'
import { defaultDebtLimit } from '../../domain/policy/debt'
import { defaultFees } from '../../domain/policy/fee-policy'
import { borrowerOverview } from '../../projections/borrower-overview/queries'
import { acquired, ann, bo, january, lent, levied, registered, reserved, returned, rowsAfter, settled } from './story'

const shown = { today: january(10), fees: defaultFees, debtLimit: defaultDebtLimit, kept: { loan: 30, fee: 30 } }
const [on, due] = [january(1), january(5)]
const about = { lentOn: on, dueOn: due, occasion: january(6) }
const overview = (...events: Parameters<typeof rowsAfter>[0]) =>
  borrowerOverview(shown)(ann)(rowsAfter(events, [registered(ann)]))

describe("a borrower's overview", () => {
  it('shows nothing of a stranger', () => {
    expect(borrowerOverview(shown)(bo)(rowsAfter([], [registered(ann)]))).toBeUndefined()
  })

  it('shows the record and never the PIN', () => {
    const seen = overview()
    expect(seen).toMatchObject({ record: { name: 'Ann' }, contact: { address: 'Vej 1' }, blocks: [] })
    expect(JSON.stringify(seen)).not.toContain('kept')
  })

  it('shows loans with title and due day, and when a returned one will be forgotten', () => {
    const seen = overview(lent(1, ann, on, due), lent(2, ann, on, due), returned(2, ann, on, due, january(4)))
    expect(seen?.loans).toMatchObject([
      { name: 'Bog', dueOn: due, endedOn: null, forgottenOn: null },
      { endedOn: january(4), forgottenOn: '2026-02-03' as Day },
    ])
  })

  it('shows reservations with title and queue number', () => {
    expect(overview(acquired(1), reserved(1, bo), reserved(2, ann))?.reservations).toMatchObject([
      { name: 'Bog', queueNumber: 2, pickUpNumber: null },
    ])
  })

  it('shows the balance, what it is for, and since when it blocks', () => {
    const seen = overview(levied(1, ann, 230, about), levied(2, ann, 20, about), settled(2, january(8)))
    expect(seen?.balance).toEqual({ owed: kroner(230), blockedSince: january(6) })
    expect(seen?.fees).toMatchObject([
      { amount: kroner(230), forgottenOn: null, items: [{ name: 'Bog' }] },
      { amount: kroner(20), forgottenOn: '2026-02-07' },
    ])
  })

  it('counts a late return whose fee is still to be levied', () => {
    const seen = overview(lent(1, ann, on, due), returned(1, ann, on, due, january(6)))
    expect(seen?.balance).toEqual({ owed: kroner(20), blockedSince: undefined })
  })
})
