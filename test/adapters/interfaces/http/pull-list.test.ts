import { acquireCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { otherBranch, ready, reserve, scan, title, waiting, withStaff, type Staff } from './staff-steps'
import { auditorUser, type Json } from './with-http-server'

describe('a copy that is in', () => {
  it(
    'is not ready when it is reserved, but when it is fetched from the shelf and scanned',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const reservation = await reserve(staff, await registerBorrowerByHttp(library))
      expect(await staff.read(reservation)).toMatchObject(waiting)
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([{ copy, title }])
      expect(await staff.post(`/pull-list/${testBranch}/${copy}/found`)).toMatchObject({ becomes: 'ready', ...ready })
      expect(await staff.read(reservation)).toMatchObject(ready)
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toEqual([])
    }),
  )

  it(
    'is sent to the pick-up branch when it is fetched at another',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const reservation = await reserve(staff, await registerBorrowerByHttp(library), otherBranch)
      const found = await staff.post(`/pull-list/${testBranch}/${copy}/found`)
      expect(found).toMatchObject({ becomes: 'inTransit', sendTo: otherBranch, pickUpNumber: null })
      expect(await staff.read(reservation)).toMatchObject(waiting)
      expect(await staff.post(`/copies/${copy}/arrive`, { branch: otherBranch })).toMatchObject({ becomes: 'ready' })
      expect(await staff.read(reservation)).toMatchObject(ready)
    }),
  )

  it(
    'and on the pull list is lent to whoever brings it; the reservation waits, first in the queue',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const reservation = await reserve(staff, await registerBorrowerByHttp(library))
      const lent = await staff.post('/loans', {
        ...{ copy, borrower: await registerBorrowerByHttp(library), branch: testBranch },
      })
      expect(lent.status).toBe(201)
      expect(await staff.read(reservation)).toMatchObject(waiting)
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'ready' })
    }),
  )

  it(
    'and not found is missing until it is scanned, and the next copy is fetched',
    withStaff(async (library, staff) => {
      const [copy, next] = [await acquireCopyByHttp(library), await acquireCopyByHttp(library)]
      await reserve(staff, await registerBorrowerByHttp(library))
      await staff.post(`/pull-list/${testBranch}/${copy}/not-found`)
      expect((await staff.read(`/copies/${copy}`)).status).toBe('missing')
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([{ copy: next }])
      const again = await staff.post(`/pull-list/${testBranch}/${copy}/not-found`)
      expect(again).toMatchObject({ status: 409, type: expect.stringContaining('copy-is-missing') })
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'ready' })
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toEqual([])
    }),
  )
})

describe('the pull list of a branch', () => {
  it(
    'says that a copy was last seen on the pick-up shelf, when its reservation ended there and it was not scanned since',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const first = await reserve(staff, await registerBorrowerByHttp(library))
      const pullList = async () => (await staff.read(`/pull-list/${testBranch}`)).copies
      expect(await pullList()).toMatchObject([{ copy, onPickUpShelf: false }])
      await staff.post(`/pull-list/${testBranch}/${copy}/found`)
      await staff.cancel(first)
      const second = await reserve(staff, await registerBorrowerByHttp(library))
      expect(await pullList()).toMatchObject([{ copy, onPickUpShelf: true }])
      const third = await reserve(staff, await registerBorrowerByHttp(library))
      await scan(staff, copy)
      expect(await staff.read(second)).toMatchObject(ready)
      await staff.cancel(second)
      expect(await staff.read(third)).toMatchObject(waiting)
      expect(await pullList()).toMatchObject([{ copy, onPickUpShelf: true }])
      await staff.cancel(third)
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'onShelf' })
      await reserve(staff, await registerBorrowerByHttp(library))
      expect(await pullList()).toMatchObject([{ copy, onPickUpShelf: false }])
    }),
  )

  it(
    'is sorted by shelf mark, in Danish order, and names no borrower to auditors',
    withStaff(async (library, staff) => {
      const marks = ['Åberg', undefined, '99.4 Woolf', '32.6', '32.15', 'Zola']
      const borrower = await registerBorrowerByHttp(library)
      for (const [n, shelfMark] of marks.entries()) {
        await acquireCopyByHttp(library, { title: `5255730${String(n)}`, ...(shelfMark && { shelfMark }) })
        await staff.post(`/titles/5255730${String(n)}/reservations`, { borrower })
      }
      await acquireCopyByHttp(library, { title: '52557309', branch: otherBranch })
      await staff.post('/titles/52557309/reservations', { borrower })
      const { copies } = await staff.read(`/pull-list/${testBranch}`)
      expect(copies.map(({ shelfMark }: Json) => shelfMark)).toEqual([
        '32.15',
        '32.6',
        '99.4 Woolf',
        'Zola',
        'Åberg',
        null,
      ])
      const forAuditor = await staff.read(`/pull-list/${testBranch}`, { as: auditorUser })
      expect(JSON.stringify(forAuditor)).not.toContain(borrower)
    }),
  )
})

describe('a scan is answered with what becomes of the copy', () => {
  it.each<[string, (staff: Staff, copy: string) => Promise<Json>, object]>([
    ['on the shelf', () => Promise.resolve(), { becomes: 'onShelf' }],
    ['withdrawn', ({ post }, copy) => post(`/copies/${copy}/withdraw`), { becomes: 'withdrawn' }],
    ['missing', ({ post }, copy) => post(`/copies/${copy}/missing`), { becomes: 'onShelf' }],
  ])('when it is %s', (_where, before, answer) =>
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      await before(staff, copy)
      const nothingToDo = { status: 200, copy, sendTo: null, pickUpNumber: null, pickUpBy: null }
      expect(await scan(staff, copy)).toMatchObject({ ...nothingToDo, ...answer })
    })(),
  )
})
