import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { ReservationFulfilled } from '../../../domain/title/events/reservation-fulfilled'
import type { Day } from '../../../domain/values/day'
import type { FeeId, LoanId, ReservationId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import * as happen from '../happenings'
import { id, makeWorld } from '../world'

const at = (day: string) => makeWorld(day as Day)

describe('what the library forgets, and when', () => {
  it('forgets a loan with the closing of the 30th day after its return, and not a night before', async () => {
    const world = at('2026-03-01')
    const loan = happen.lentAndReturned(world)
    await happen.nights(world, 30)
    expect(world.erased()).toEqual([])
    const report = await world.midnight()
    expect(world.today).toBe('2026-04-01')
    expect(world.erased()).toEqual([loan])
    expect(report.erased).toEqual({ loan: 1 })
    expect(report.after).toMatchObject({ due: 0, overdue: 0 })
  })

  it('keeps a loan that was never returned', async () => {
    const world = at('2026-01-01')
    world.record('circulation', 'copy-3274626533', happen.loanStarted(id<LoanId>(), world.today))
    await happen.nights(world, 100)
    expect(world.erased()).toEqual([])
  })

  it('forgets a fee 30 days after it is settled, by a clock that no loan knows of', async () => {
    const world = at('2026-01-10')
    const fee = id<FeeId>()
    world.record('circulation', `fee-${fee}`, happen.feeLevied(fee, world.today))
    await happen.nights(world, 50)
    world.record('circulation', `fee-${fee}`, happen.feeSettled(fee, world.today))
    await happen.nights(world, 30)
    expect(world.erased()).toEqual([])
    await world.midnight()
    expect(world.erased()).toEqual([fee])
  })

  it('forgets a reservation at once when the title is lent, on the same day', async () => {
    const world = at('2026-05-05')
    const reservation = id<ReservationId>()
    const title = '52557240'
    world.record('circulation', `title-${title}`, happen.reservationMade(reservation, '2026-12-01' as Day))
    world.record('circulation', `title-${title}`, {
      type: ReservationFulfilled.type,
      open: { reservation, title },
    })
    await world.run()
    expect(world.erased()).toEqual([reservation])
  })

  it('forgets a reservation that nobody ends when its latest end has come', async () => {
    const world = at('2026-05-01')
    const reservation = id<ReservationId>()
    world.record('circulation', 'title-52557240', happen.reservationMade(reservation, '2026-05-03' as Day))
    await happen.nights(world, 2)
    expect(world.erased()).toEqual([])
    await world.midnight()
    expect(world.erased()).toEqual([reservation])
  })

  it('forgets an address with the closing of the month after the one in which it was replaced', async () => {
    const world = at('2026-01-31')
    const person = happen.registered(world)
    happen.moved(world, person)
    await happen.nights(world, 28)
    expect(world.today).toBe('2026-02-28')
    expect(world.erased()).toEqual([])
    await world.midnight()
    expect(world.erased()).toEqual([person.contact])
  })

  it('forgets a borrower on request within the same run, with everything in their stream, and in one certificate', async () => {
    const world = at('2026-06-17')
    const person = happen.registered(world)
    const contact = happen.moved(world, person)
    world.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
    await world.run()
    expect([...world.erased()].sort()).toEqual([...Object.values(person), contact].sort())
    expect(world.certified()).toHaveLength(1)
    expect(world.logs.persons.find(({ type }) => type === 'ErasureDue')?.open).toMatchObject({ reason: 'requested' })
  })

  it('puts no day into a certificate of the log of people', async () => {
    const world = at('2026-06-17')
    const person = happen.registered(world)
    world.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
    await world.run()
    expect(JSON.stringify(world.certified())).not.toMatch(/[0-9]{4}-[0-9]{2}-[0-9]{2}"/)
  })

  it('forgets a lapsed borrower with the closing of the month, and not before', async () => {
    const world = at('2026-06-29')
    const person = happen.registered(world)
    world.record(
      'persons',
      `borrower-${person.borrower}`,
      BorrowerLapsed({ borrower: person.borrower, lapsedIn: '2026-06' as Month }, {}),
    )
    await world.midnight()
    expect(world.erased()).toEqual([])
    await world.midnight()
    expect(world.erased()).toHaveLength(3)
  })

  it('counts two years of silence from the half-year in which a borrower was last seen', () => {
    const world = at('2026-02-01')
    const { borrower } = happen.registered(world)
    world.follow()
    const latest = () => world.schedule.find(borrower as string as never)?.latest?.due
    expect(latest()).toEqual({ by: 'month', on: '2028-06' })
    world.record('persons', `borrower-${borrower}`, BorrowerSeen({ borrower, halfYear: '2027-H2' as never }, {}))
    world.follow()
    expect(latest()).toEqual({ by: 'month', on: '2029-12' })
  })
})
