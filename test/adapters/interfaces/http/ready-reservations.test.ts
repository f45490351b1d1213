import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { otherBranch, ready, reserve, scan, waiting, withStaff, type Staff } from './staff-steps'
import type { Json, ServedLibrary } from './with-http-server'

describe('a reservation with a ready copy', () => {
  const readyReservation = async (library: ServedLibrary, staff: Staff, pickUpBranch = testBranch) => {
    const copy = await acquireCopyByHttp(library)
    await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
    const reservation = await reserve(staff, await registerBorrowerByHttp(library), pickUpBranch)
    await scan(staff, copy)
    return { copy, reservation }
  }

  it.each<[string, (staff: Staff, copy: string) => Promise<Json>]>([
    ['withdrawn', ({ post }, copy) => post(`/copies/${copy}/withdraw`)],
    ['missing', ({ post }, copy) => post(`/copies/${copy}/missing`)],
    ['scanned at another branch', (staff, copy) => scan(staff, copy, otherBranch)],
    ['sent away', ({ post }, copy) => post(`/copies/${copy}/send`, { to: otherBranch })],
  ])('waits again, first in the queue, without number and deadline, when the copy is %s', (_what, takeAway) =>
    withStaff(async (library, staff) => {
      const { copy, reservation } = await readyReservation(library, staff)
      expect(await staff.read(reservation)).toMatchObject(ready)
      const later = await reserve(staff, await registerBorrowerByHttp(library))
      await takeAway(staff, copy)
      expect(await staff.read(reservation)).toMatchObject(waiting)
      expect(await staff.read(later)).toMatchObject({ ...waiting, queueNumber: 2 })
      await staff.moveClockTo('2026-02-01')
      expect(await staff.read(reservation)).toMatchObject(waiting)
    })(),
  )

  it.each<[string, (staff: Staff, reservation: string) => Promise<Json>]>([
    ['cancelled', ({ cancel }, reservation) => cancel(reservation)],
    ['run out', ({ change }, reservation) => change(reservation, { interestUntil: '2026-01-05' })],
    ['moved to another branch', ({ change }, reservation) => change(reservation, { pickUpBranch: testBranch })],
  ])('whose copy is still in transit when it is %s, leaves it there until the scan decides', (_what, end) =>
    withStaff(async (library, staff) => {
      const { copy, reservation } = await readyReservation(library, staff, otherBranch)
      const next = await reserve(staff, await registerBorrowerByHttp(library))
      await end(staff, reservation)
      await staff.moveClockTo('2026-01-07')
      expect(await staff.read(`/copies/${copy}`)).toMatchObject({ status: 'inTransit' })
      expect(await staff.read(next)).toMatchObject({ pickUpNumber: null })
      const arrived = await staff.post(`/copies/${copy}/arrive`, { branch: otherBranch })
      expect(arrived).toMatchObject({ becomes: 'inTransit', sendTo: testBranch })
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'ready' })
    })(),
  )

  it(
    'goes to another pick-up branch that its borrower chooses, with a new number, deadline and message, whatever becomes of its interest period',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      const borrower = await registerBorrowerByHttp(library)
      const as = { role: 'borrower', subject: borrower } as const
      const reservation = await reserve(staff, borrower)
      await staff.change(reservation, { interestUntil: '2026-01-06' })
      await scan(staff, copy)
      await staff.moveClockTo('2026-01-07')
      expect(await staff.read(reservation)).toMatchObject({ ...ready, state: 'ready', pickUpBy: '2026-01-12' })
      const moved = await library.send('PATCH', reservation, { as, body: { pickUpBranch: otherBranch } })
      expect(moved.status).toBe(200)
      await staff.moveClockTo('2026-01-14')
      expect(await staff.read(reservation, { as })).toMatchObject({ ...waiting, state: 'reserved' })
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([
        { copy, onPickUpShelf: true, pickUpBranch: otherBranch },
      ])
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'inTransit', sendTo: otherBranch })
      expect(await staff.read(reservation)).toMatchObject({ ...waiting, state: 'inTransit' })
      await staff.post(`/copies/${copy}/arrive`, { branch: otherBranch })
      expect(await staff.read(reservation)).toMatchObject({ ...ready, pickUpBy: '2026-01-21' })
      const { messages } = await staff.read(`/borrowers/${borrower}/messages`)
      expect(messages.filter(({ kind }: Json) => kind === 'readyForPickUp')).toHaveLength(2)
    }),
  )

  it(
    'is moved by its borrower alone, or staff, and to a branch that the library has',
    withStaff(async (library, staff) => {
      const borrower = await registerBorrowerByHttp(library)
      await acquireCopyByHttp(library)
      const reservation = await reserve(staff, borrower)
      const otherBorrower = { role: 'borrower', subject: await registerBorrowerByHttp(library) } as const
      const body = { pickUpBranch: otherBranch }
      expect((await library.send('PATCH', reservation, { as: otherBorrower, body })).status).toBe(403)
      await staff.cancel(reservation)
      expect(await staff.change(reservation, body)).toMatchObject({ status: 404 })
    }),
  )

  it(
    'has seven days from the day on which the return of a machine that was offline arrives',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      const reservation = await reserve(staff, await registerBorrowerByHttp(library))
      await staff.moveClockTo('2026-01-12')
      await staff.post(`/copies/${copy}/return`, { branch: testBranch, actedAt: '2026-01-06T09:00:00.000Z' })
      expect(await staff.read(reservation)).toMatchObject({ ...ready, pickUpBy: '2026-01-19' })
    }),
  )

  it.each([
    ['the loan', true],
    ['the return', false],
  ])('is ready when a machine sends a loan and a return from before it was made, %s first', (_first, loanFirst) =>
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await staff.moveClockTo('2026-01-12')
      const reservation = await reserve(staff, await registerBorrowerByHttp(library))
      expect(await staff.read(`/copies/${copy}`)).toMatchObject({ status: 'onPullList' })
      const lend = () =>
        staff.post('/loans', { copy, borrower, branch: testBranch, actedAt: '2026-01-08T09:00:00.000Z' })
      const back = () =>
        staff.post(`/copies/${copy}/return`, { branch: testBranch, actedAt: '2026-01-09T09:00:00.000Z' })
      for (const act of loanFirst ? [lend, back] : [back, lend]) await act()
      expect(await staff.read(reservation)).toMatchObject(ready)
      expect(await staff.read(`/copies/${copy}`)).toMatchObject({ status: 'ready' })
    })(),
  )
})

describe('the closing of a day', () => {
  it(
    'releases a copy that was not scanned for sixty days, and its reservation is served by another',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const reservation = await reserve(staff, await registerBorrowerByHttp(library), otherBranch)
      await scan(staff, copy)
      await staff.moveClockTo('2026-03-08')
      expect(await staff.read(`/copies/${copy}`)).toMatchObject({ status: 'inTransit' })
      expect(await staff.read(reservation)).toMatchObject(waiting)
      const other = await acquireCopyByHttp(library)
      await staff.moveClockTo('2026-03-09')
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([{ copy: other }])
      expect(await scan(staff, copy, otherBranch)).toMatchObject({ becomes: 'ready' })
    }),
  )
})
