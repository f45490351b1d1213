import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { asStaff, reserve, scan, type Staff } from '../adapters/interfaces/http/staff-steps'
import { withServerOf, type Json, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { policyFileOf } from '../adapters/interfaces/http/policy-steps'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'

type Use<A> = (staff: Staff, library: ServedLibrary) => Promise<A>

/** A library that opens on 5 January 2026. A loan of that day is due on 4 February. */
const inFolder =
  (folder: string) =>
  <A>(closedDays: ReadonlyArray<string>, use: Use<A>, from = '2026-02-01'): Promise<A> => {
    const { path, text } = policyFileOf({}, {})
    const added = JSON.stringify({ versions: [{ from: '2026-01-01' }, { from, closedDays: { days: closedDays } }] })
    const policyFile = { path, text: closedDays.length === 0 ? text : added }
    return withLibraryIn(folder, (library) => withServerOf(library, (served) => use(asStaff(served), served)), {
      policyFile,
    })
  }

const withLibraries = (test: (open: ReturnType<typeof inFolder>) => Promise<void>) => () =>
  withTemporaryFolder((folder) => test(inFolder(folder)))

const lend = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library)
  const copy = await acquireCopyByHttp(library)
  const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
  return { borrower, copy, loan }
}

const kindsOfMessages = async (staff: Staff, borrower: string): Promise<ReadonlyArray<string>> =>
  (await staff.read(`/borrowers/${borrower}/messages`)).messages
    .map(({ madeOn, kind }: Json) => `${madeOn} ${kind}`)
    .sort()

describe('a closed day that is added after a copy was lent', () => {
  it(
    'moves the due day wherever it is shown or compared: lists, messages, renewals and fees',
    withLibraries(async (open) => {
      const lent = await open([], async (staff, library) => {
        const loans = [await lend(library), await lend(library)] as const
        await staff.moveClockTo('2026-02-01')
        return loans
      })
      const [{ borrower, copy }, other] = lent
      await open(['2026-02-04', '2026-02-05'], async (staff) => {
        const shown = await staff.read(`/borrowers/${borrower}`)
        expect(shown.loans).toMatchObject([{ dueOn: '2026-02-06' }])
        expect((await staff.read(`/copies/${copy}/holder`)).loan).toMatchObject({ dueOn: '2026-02-06' })
        await staff.moveClockTo('2026-02-06')
        expect((await staff.read('/overdue')).loans).toEqual([])
        expect(await kindsOfMessages(staff, borrower)).toEqual(['2026-01-31 dueSoon', '2026-02-02 dueSoon'])
        await scan(staff, copy)
        const renewed = await staff.post(`/loans/${other.loan}/renew`)
        expect(renewed).toMatchObject({ status: 200, dueOn: '2026-03-08' })
        await staff.moveClockTo('2026-02-08')
        for (const one of [borrower, other.borrower])
          expect(await staff.read(`/borrowers/${one}`)).toMatchObject({ fees: [], balance: { owed: 0 } })
      })
    }),
  )

  it(
    'counts lateness, the recall and the bill from the day after the closed days',
    withLibraries(async (open) => {
      const [late, other] = await open(
        [],
        async (_staff, library) => [await lend(library), await lend(library)] as const,
      )
      await open(['2026-02-04', '2026-02-05'], async (staff) => {
        await staff.moveClockTo('2026-02-07')
        expect((await staff.read('/overdue')).loans).toMatchObject([{ dueOn: '2026-02-06' }, { dueOn: '2026-02-06' }])
        await scan(staff, late.copy)
        await staff.moveClockTo('2026-02-08')
        const { fees, balance } = await staff.read(`/borrowers/${late.borrower}`)
        expect(fees).toMatchObject([{ amount: 2000, items: [{ daysOverdue: 1 }] }])
        expect(balance).toMatchObject({ owed: 2000 })
        await staff.moveClockTo('2026-02-13')
        expect(await kindsOfMessages(staff, other.borrower)).toContain('2026-02-12 recall')
        await staff.moveClockTo('2026-03-13')
        expect(await staff.read(`/copies/${other.copy}`)).toMatchObject({ status: 'onLoan' })
        await staff.moveClockTo('2026-03-14')
        expect(await staff.read(`/copies/${other.copy}`)).toMatchObject({ status: 'lost' })
        expect((await staff.read(`/borrowers/${other.borrower}`)).balance.owed).toBe(24900 + 5000 + 23000)
      })
    }),
  )

  it(
    'does not change a fee that was levied, nor levies one beside it, when a day that was over is closed afterwards',
    withLibraries(async (open) => {
      const { borrower, fees } = await open([], async (staff, library) => {
        const { borrower, copy } = await lend(library)
        await staff.moveClockTo('2026-02-05')
        await scan(staff, copy)
        await staff.moveClockTo('2026-02-07')
        return { borrower, fees: (await staff.read(`/borrowers/${borrower}`)).fees }
      })
      expect(fees).toMatchObject([{ amount: 2000 }])
      for (const from of ['2026-02-01', '2026-02-04'])
        await open(
          ['2026-02-04'],
          async (staff) => {
            const shown = await staff.read(`/borrowers/${borrower}`)
            expect(shown).toMatchObject({ fees, balance: { owed: 2000 } })
            expect(shown.loans).toMatchObject([{ dueOn: '2026-02-04', end: 'returned' }])
          },
          from,
        )
    }),
  )

  it(
    'moves the pick-up deadline of a copy on the pick-up shelf, and its reservation expires after the open day',
    withLibraries(async (open) => {
      const { reservation, copy } = await open([], async (staff, library) => {
        const { copy } = await lend(library)
        const reservation = await reserve(staff, await registerBorrowerByHttp(library))
        await staff.moveClockTo('2026-02-01')
        await scan(staff, copy)
        expect(await staff.read(reservation)).toMatchObject({ pickUpBy: '2026-02-08' })
        return { reservation, copy }
      })
      await open(['2026-02-08', '2026-02-09'], async (staff) => {
        expect(await staff.read(reservation)).toMatchObject({ pickUpBy: '2026-02-10' })
        expect((await staff.read('/pick-up-shelf/DK-785100')).copies).toMatchObject([{ copy, pickUpBy: '2026-02-10' }])
        await staff.moveClockTo('2026-02-10')
        expect(await staff.read(reservation)).toMatchObject({ state: 'ready' })
        await staff.moveClockTo('2026-02-11')
        expect(await staff.read(reservation)).toMatchObject({ status: 404 })
      })
    }),
  )
})
