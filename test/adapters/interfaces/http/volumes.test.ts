import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { scan, title, withStaff, type Staff } from './staff-steps'

const [march, april] = ['2026/3', '2026/4'] as const
const path = `/titles/${title}/reservations`

const reserveVolume = ({ post }: Staff, borrower: string, volume?: string) =>
  post(path, { borrower, pickUpBranch: testBranch, ...(volume === undefined ? {} : { volume }) })

describe('a reservation of a periodical', () => {
  it(
    'is for one volume, and served by a copy of that volume alone; a reservation of any volume by every copy',
    withStaff(async (library, staff) => {
      const [ofMarch, ofApril] = [
        await acquireCopyByHttp(library, { volume: march }),
        await acquireCopyByHttp(library, { volume: april }),
      ]
      for (const copy of [ofMarch, ofApril]) await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      const reserved = await reserveVolume(staff, await registerBorrowerByHttp(library), april)
      const any = await reserveVolume(staff, await registerBorrowerByHttp(library))
      const later = await reserveVolume(staff, await registerBorrowerByHttp(library), april)
      expect(await staff.read(`${path}/${reserved.reservation}`)).toMatchObject({ volume: april, queueNumber: 1 })
      expect(await scan(staff, ofMarch)).toMatchObject({ becomes: 'ready' })
      expect(await staff.read(`${path}/${any.reservation}`)).toMatchObject({ volume: null, state: 'ready' })
      expect(await staff.read(`${path}/${reserved.reservation}`)).toMatchObject({ state: 'reserved' })
      expect(await scan(staff, ofApril)).toMatchObject({ becomes: 'ready' })
      expect(await staff.read(`${path}/${reserved.reservation}`)).toMatchObject({ state: 'ready' })
      expect(await staff.read(`${path}/${later.reservation}`)).toMatchObject({ state: 'reserved', queueNumber: 1 })
      expect((await staff.read(`/titles/${title}`)).copies).toMatchObject([{ volume: march }, { volume: april }])
    }),
  )

  it(
    'is refused for a volume that the library does not have, and twice for one volume; other volumes may be reserved beside it',
    withStaff(async (library, staff) => {
      for (const volume of [march, april]) await acquireCopyByHttp(library, { volume, branch: 'DK-785101' })
      const borrower = await registerBorrowerByHttp(library)
      expect(await reserveVolume(staff, borrower, '2026/5')).toMatchObject({
        ...{ status: 422, because: 'volumeUnknown', nationalCode: 'no_reservable_materials' },
      })
      expect((await reserveVolume(staff, borrower, march)).status).toBe(201)
      expect(await reserveVolume(staff, borrower, march)).toMatchObject({ because: 'alreadyReserved' })
      expect(await reserveVolume(staff, borrower)).toMatchObject({ because: 'alreadyReserved' })
      expect((await reserveVolume(staff, borrower, april)).status).toBe(201)
    }),
  )

  it(
    'is fulfilled by a loan of its volume, not of another one, and does not prevent the renewal of another one',
    withStaff(async (library, staff) => {
      const ofMarch = await acquireCopyByHttp(library, { volume: march, group: 'short-7' })
      const ofApril = await acquireCopyByHttp(library, { volume: april, group: 'short-7' })
      const [reader, other] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const loan = (await lendCopyByHttp(library, ofMarch, reader)).body.loan
      await lendCopyByHttp(library, ofApril, other)
      expect(await reserveVolume(staff, reader, march)).toMatchObject({ because: 'alreadyOnLoan' })
      const { reservation } = await reserveVolume(staff, reader, april)
      await reserveVolume(staff, other, march)
      expect(await staff.post(`/loans/${loan}/renew`)).toMatchObject({ status: 409, because: 'titleReserved' })
      await scan(staff, ofMarch)
      await lendCopyByHttp(library, ofMarch, other)
      expect(await staff.read(`${path}/${reservation}`)).toMatchObject({ volume: april, state: 'reserved' })
      await scan(staff, ofApril)
      expect(await staff.read(`${path}/${reservation}`)).toMatchObject({ state: 'ready' })
      await lendCopyByHttp(library, ofApril, reader)
      expect((await staff.read(`/borrowers/${reader}`)).reservations).toEqual([])
    }),
  )
})
