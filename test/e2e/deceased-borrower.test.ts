import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { identityOfBorrower } from '../../projections/borrowers/borrower-record-queries'
import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { moveClockTo } from './use-case-steps'

const title = '52557240'

const block = ({ send }: ServedLibrary, borrower: BorrowerId, reason: string) =>
  send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason, note: null } })

const estatesOf = async ({ send }: ServedLibrary) => (await send('GET', '/estates', { as: staffUser })).body.estates

const isErased = ({ runningLibrary: { rows } }: ServedLibrary, borrower: BorrowerId): boolean =>
  identityOfBorrower(borrower)(rows) === undefined

const reserve = async ({ send }: ServedLibrary, borrower: BorrowerId): Promise<void> => {
  const made = await send('POST', `/titles/${title}/reservations`, { as: staffUser, body: { borrower } })
  expect(made.status).toBe(201)
}

const reservationsOf = async ({ send }: ServedLibrary, borrower: BorrowerId): Promise<number> =>
  (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.reservations.length

describe('a borrower who has died', () => {
  it('is erased with the closing of the month when nothing is open', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await block(library, borrower, 'D')
      expect(await estatesOf(library)).toEqual([])
      await moveClockTo(library.runningLibrary, '2026-01-31' as Day)
      expect(isErased(library, borrower)).toBe(false)
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      expect(isErased(library, borrower)).toBe(true)
    }))

  it('is not told apart in the log from a borrower who was inactive for years', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await block(library, borrower, 'D')
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      const { events } = (await library.send('GET', `/streams/persons/borrower-${borrower}`, { as: staffUser })).body
      expect((events as ReadonlyArray<{ type: string }>).map(({ type }) => type)).toEqual([
        'BorrowerRegistered',
        'BlockSet',
        'BorrowerLapsed',
      ])
    }))

  it('loses the reservations with the day, and a copy that stood ready goes to the next in the queue', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const [deceased, next] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      await reserve(library, deceased)
      await reserve(library, next)
      await block(library, deceased, 'D')
      expect(await reservationsOf(library, deceased)).toBe(1)
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      expect(await reservationsOf(library, deceased)).toBe(0)
      expect(await reservationsOf(library, next)).toBe(1)
      const { copies } = (await library.send('GET', `/pull-list/${testBranch}`, { as: staffUser })).body
      expect(copies).toMatchObject([{ copy }])
    }))

  it('stands on the list for the estate while a loan or a fee is open, and is erased after that', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await block(library, borrower, 'D')
      expect(await estatesOf(library)).toMatchObject([
        { borrower, name: 'Ingen Bestemt', since: '2026-01-05', loans: [{ copy, name: 'Kongens Fald' }], owed: 0 },
      ])
      await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
      expect(isErased(library, borrower)).toBe(false)
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      const [estate] = await estatesOf(library)
      expect(estate).toMatchObject({ loans: [], fees: [{ kind: 'lateness', amount: estate.owed }] })
      const pay = { order: 'order-1', fees: [estate.fees[0].fee], amount: estate.owed }
      await library.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body: pay })
      expect(await estatesOf(library)).toEqual([])
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      expect(isErased(library, borrower)).toBe(true)
    }))

  it('stands on the list for the estate while the library has a reimbursement to pay out', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      const { fees } = (await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body
      const [{ fee, amount }] = fees
      const pay = { order: 'order-1', fees: [fee], amount }
      await library.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body: pay })
      await library.send('POST', `/fees/${fee}/reimbursement`, { as: staffUser, body: { amount: 500, reason: 'Fejl' } })
      await block(library, borrower, 'D')
      const [estate] = await estatesOf(library)
      expect(estate).toMatchObject({ borrower, loans: [], fees: [], owed: 0, reimbursements: [{ amount: 500 }] })
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      expect(isErased(library, borrower)).toBe(false)
      const { reimbursement } = estate.reimbursements[0]
      await library.send('POST', `/reimbursements/${reimbursement}/payout`, {
        as: staffUser,
        body: { order: 'out-1' },
      })
      expect(await estatesOf(library)).toEqual([])
      await moveClockTo(library.runningLibrary, '2026-04-01' as Day)
      expect(isErased(library, borrower)).toBe(true)
    }))

  it('is opened by staff with a reason that is recorded, as the record of anybody', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await block(library, borrower, 'D')
      const why = { as: staffUser, body: { reason: 'Brev til boet' } }
      expect((await library.send('POST', `/borrowers/${borrower}/name-and-address`, why)).status).toBe(200)
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      const { accesses } = (await library.send('GET', '/accesses', { as: administratorUser })).body
      expect(accesses).toMatchObject([{ borrower, reason: 'Brev til boet' }])
    }))

  it('gets no message any more', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const contact = {
        careOf: null,
        address: null,
        phones: ['20123456'],
        mobileForNotices: '20123456',
        emails: [],
        emailForNotices: null,
      }
      const borrower = await registerBorrowerByHttp(library, { contact })
      await lendCopyByHttp(library, copy, borrower)
      await block(library, borrower, 'D')
      await moveClockTo(library.runningLibrary, '2026-02-20' as Day)
      const { messages } = (await library.send('GET', `/borrowers/${borrower}/messages`, { as: staffUser })).body
      expect(messages).toEqual([])
    }))
})

describe('log-in', () => {
  it.each(['O', 'S', 'D'])('is refused to a borrower with block %s, by card and PIN and by token', (reason) =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library, { card: '2999999999', pin: '2468' })
      const logIn = () =>
        library.send('POST', '/borrowers/look-up', { as: machineUser, body: { card: '2999999999', pin: '2468' } })
      const readOwn = () => library.send('GET', '/me', { as: borrowerUser(borrower) })
      expect([(await logIn()).status, (await readOwn()).status]).toEqual([200, 200])
      await block(library, borrower, reason)
      expect([(await logIn()).status, (await readOwn()).status]).toEqual([403, 403])
      expect((await readOwn()).text).toContain('log-in-is-refused')
      expect((await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(200)
    }),
  )

  it('is open to a borrower with another block', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await block(library, borrower, 'U')
      expect((await library.send('GET', '/me', { as: borrowerUser(borrower) })).status).toBe(200)
    }))
})
