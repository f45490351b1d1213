import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { ready, reserve, scan, title, waiting, withStaff } from './staff-steps'

const child = { birthDate: '2011-02-01', group: 'child' }
const ageLimit = 15

describe('a reservation', () => {
  it.each([
    [
      'the borrower is too young on each day of interest',
      { birthDate: '2016-03-01', group: 'child' },
      { ageLimit },
      'belowAgeLimit',
    ],
    ['the birth date is unknown', { birthDate: null }, { ageLimit }, 'belowAgeLimit'],
    ['every copy is an inter-library loan', {}, { group: 'inter-library' }, 'materialNotReservable'],
    ['no copy is ever lent', {}, { group: 'not-lent' }, 'materialNotLent'],
  ])('is refused with the reason when %s', (_why, person, copy, because) =>
    withStaff(async (library, { post }) => {
      await acquireCopyByHttp(library, copy)
      const borrower = await registerBorrowerByHttp(library, person)
      const refused = await post(`/titles/${title}/reservations`, { borrower })
      expect(refused).toMatchObject({ status: 422, because, nationalCode: expect.stringMatching(/^material_not_/) })
    })(),
  )

  it(
    'of a child for material with an age limit is served from the birthday on, by the closing of a day',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library, { ageLimit })
      const reservation = await reserve(staff, await registerBorrowerByHttp(library, child))
      expect(await staff.read(reservation)).toMatchObject(waiting)
      await staff.moveClockTo('2026-01-31')
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toEqual([])
      await staff.moveClockTo('2026-02-03')
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([{ copy }])
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'ready' })
    }),
  )

  it.each([
    ['an inter-library loan', { group: 'inter-library' }],
    ['a copy with an age limit that the borrower does not meet', { ageLimit }],
  ])('is not served by %s, from the shelf or when it comes back', (_what, overrides) =>
    withStaff(async (library, staff) => {
      const lent = await acquireCopyByHttp(library)
      const copy = await acquireCopyByHttp(library, overrides)
      await lendCopyByHttp(library, lent, await registerBorrowerByHttp(library))
      const reservation = await reserve(staff, await registerBorrowerByHttp(library, child))
      expect(await staff.read(`/copies/${copy}`)).toMatchObject({ status: 'onShelf' })
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'onShelf' })
      await staff.moveClockTo('2026-01-07')
      expect(await staff.read(reservation)).toMatchObject(waiting)
      expect(await scan(staff, lent)).toMatchObject({ becomes: 'ready' })
      expect(await staff.read(reservation)).toMatchObject(ready)
    })(),
  )
})
