import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { ReservationFulfilled } from '../../../domain/title/events/reservation-fulfilled'
import type { Day } from '../../../domain/values/day'
import type { FeeId, LoanId, ReservationId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import * as history from '../record-history'
import { randomId, makeInMemoryLibrary } from '../in-memory-library'

const at = (day: string) => makeInMemoryLibrary(day as Day)

describe('what the library forgets, and when', () => {
  it('forgets a loan with the closing of the 30th day after its return, and not a day earlier', async () => {
    const library = at('2026-03-01')
    const loan = history.recordLoanAndReturn(library)
    await history.passNights(library, 30)
    expect(library.erasedScopes()).toEqual([])
    const report = await library.passMidnight()
    expect(library.today).toBe('2026-04-01')
    expect(library.erasedScopes()).toEqual([loan])
    expect(report.erased).toEqual({ loan: 1 })
    expect(report.statusAfter).toMatchObject({ due: 0, overdue: 0 })
  })

  it('keeps a loan that was never returned', async () => {
    const library = at('2026-01-01')
    library.record('circulation', 'copy-3274626533', history.openLoanStarted(randomId<LoanId>(), library.today))
    await history.passNights(library, 100)
    expect(library.erasedScopes()).toEqual([])
  })

  it('forgets a fee 30 days after it is settled, whenever the loan was returned', async () => {
    const library = at('2026-01-10')
    const fee = randomId<FeeId>()
    library.record('circulation', `fee-${fee}`, history.openFeeLevied(fee, library.today))
    await history.passNights(library, 50)
    library.record('circulation', `fee-${fee}`, history.openFeeSettled(fee, library.today))
    await history.passNights(library, 30)
    expect(library.erasedScopes()).toEqual([])
    await library.passMidnight()
    expect(library.erasedScopes()).toEqual([fee])
  })

  it('forgets a reservation at once when the title is lent, on the same day', async () => {
    const library = at('2026-05-05')
    const reservation = randomId<ReservationId>()
    const title = '52557240'
    library.record('circulation', `title-${title}`, history.openReservationMade(reservation, '2026-12-01' as Day))
    library.record('circulation', `title-${title}`, {
      type: ReservationFulfilled.type,
      open: { reservation, title },
    })
    await library.runWorker()
    expect(library.erasedScopes()).toEqual([reservation])
  })

  it('forgets a reservation at its latest end when nobody has ended it', async () => {
    const library = at('2026-05-01')
    const reservation = randomId<ReservationId>()
    library.record('circulation', 'title-52557240', history.openReservationMade(reservation, '2026-05-03' as Day))
    await history.passNights(library, 2)
    expect(library.erasedScopes()).toEqual([])
    await library.passMidnight()
    expect(library.erasedScopes()).toEqual([reservation])
  })

  it('forgets an address with the closing of the month after the one in which it was replaced', async () => {
    const library = at('2026-01-31')
    const person = history.recordRegistration(library)
    history.recordContactChange(library, person)
    await history.passNights(library, 28)
    expect(library.today).toBe('2026-02-28')
    expect(library.erasedScopes()).toEqual([])
    await library.passMidnight()
    expect(library.erasedScopes()).toEqual([person.contact])
  })

  it('forgets a borrower on request within the same run, with every scope of the stream, and in one certificate', async () => {
    const library = at('2026-06-17')
    const person = history.recordRegistration(library)
    const contact = history.recordContactChange(library, person)
    library.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
    await library.runWorker()
    expect([...library.erasedScopes()].sort()).toEqual([...Object.values(person), contact].sort())
    expect(library.certificates()).toHaveLength(1)
    expect(library.logs.persons.find(({ type }) => type === 'ErasureDue')?.open).toMatchObject({ reason: 'requested' })
  })

  it('puts no day into a certificate of the persons log', async () => {
    const library = at('2026-06-17')
    const person = history.recordRegistration(library)
    library.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
    await library.runWorker()
    expect(JSON.stringify(library.certificates())).not.toMatch(/[0-9]{4}-[0-9]{2}-[0-9]{2}"/)
  })

  it('forgets a lapsed borrower with the closing of the month, and not before', async () => {
    const library = at('2026-06-29')
    const person = history.recordRegistration(library)
    library.record(
      'persons',
      `borrower-${person.borrower}`,
      BorrowerLapsed({ borrower: person.borrower, lapsedIn: '2026-06' as Month }, {}),
    )
    await library.passMidnight()
    expect(library.erasedScopes()).toEqual([])
    await library.passMidnight()
    expect(library.erasedScopes()).toHaveLength(3)
  })

  it('counts two years of inactivity from the half-year in which a borrower was last seen', () => {
    const library = at('2026-02-01')
    const { borrower } = history.recordRegistration(library)
    library.catchUpSchedule()
    const latest = () => library.schedule.findScope(borrower as string as never)?.latestClock?.due
    expect(latest()).toEqual({ by: 'month', on: '2028-06' })
    library.record('persons', `borrower-${borrower}`, BorrowerSeen({ borrower, halfYear: '2027-H2' as never }, {}))
    library.catchUpSchedule()
    expect(latest()).toEqual({ by: 'month', on: '2029-12' })
  })
})
