import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { withPolicies } from './policy-steps'
import { administratorUser, machineUser, staffUser, type Json, type ServedLibrary } from './with-http-server'

const forwardTo = ({ send }: ServedLibrary, to: string) =>
  send('POST', '/clock/forward', { as: administratorUser, body: { to } })

const returnByHttp = async ({ send }: ServedLibrary, copy: string, body: object = {}): Promise<string> =>
  (await send('POST', `/copies/${copy}/return`, { as: machineUser, body: { branch: testBranch, ...body } })).body.after

const overviewOf = async ({ send }: ServedLibrary, borrower: BorrowerId, after?: string): Promise<Json> =>
  (await send('GET', `/borrowers/${borrower}${after === undefined ? '' : `?after=${after}`}`, { as: staffUser })).body

const reserveByHttp = ({ send }: ServedLibrary, title: string, borrower: BorrowerId) =>
  send('POST', `/titles/${title}/reservations`, { as: staffUser, body: { borrower } })

const renewByHttp = ({ send }: ServedLibrary, loan: string) =>
  send('POST', `/loans/${loan}/renew`, { as: staffUser, body: {} })

const feeTable = (kroner: number) => ({ table: [{ upToDays: null, adult: kroner * 100, child: kroner * 100 }] })
const shortPeriods = { loanPeriods: { 'short-7': { adult: 7 } } }

describe('a version of the policy is in force from the day that it names, and what was decided before stays', () => {
  it('loan period: a due day stays; a later loan, and a machine’s loan of an earlier day, have that of their day', () =>
    withPolicies({}, { loanPeriods: { standard: { adult: 14 } } }, async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const first = await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)
      expect(first.body.dueOn).toBe('2026-02-04')
      await forwardTo(library, '2026-02-02')
      expect((await overviewOf(library, anna)).loans).toMatchObject([{ dueOn: '2026-02-04' }])
      const later = await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)
      expect(later.body.dueOn).toBe('2026-02-16')
      const earlier = await library.send('POST', '/loans', {
        as: machineUser,
        body: {
          copy: await acquireCopyByHttp(library),
          borrower: anna,
          branch: testBranch,
          actedAt: '2026-01-31T10:00:00.000Z',
        },
      })
      expect(earlier.body.dueOn).toBe('2026-03-02')
    }))

  it('renewal count: a loan that was renewed stays renewed, and is not renewed again beyond the new number', () =>
    withPolicies({ ...shortPeriods, renewals: { atMost: 3 } }, { renewals: { atMost: 1 } }, async (library) => {
      const anna = await registerBorrowerByHttp(library)
      await forwardTo(library, '2026-01-30')
      const copy = await acquireCopyByHttp(library, { group: 'short-7' })
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      expect((await renewByHttp(library, loan)).status).toBe(200)
      await forwardTo(library, '2026-01-31')
      expect((await renewByHttp(library, loan)).body.dueOn).toBe('2026-02-07')
      await forwardTo(library, '2026-02-01')
      expect((await renewByHttp(library, loan)).body.because).toBe('renewalLimitReached')
      expect((await overviewOf(library, anna)).loans).toMatchObject([{ dueOn: '2026-02-07' }])
    }))

  it('fee table: a levied fee stays; a later return, and a machine’s return of an earlier day, cost those of their day', () =>
    withPolicies({ ...shortPeriods, fees: feeTable(10) }, { fees: feeTable(5) }, async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const [first, second, third] = [
        await acquireCopyByHttp(library, { group: 'short-7' }),
        await acquireCopyByHttp(library, { group: 'short-7' }),
        await acquireCopyByHttp(library, { group: 'short-7' }),
      ]
      for (const copy of [first, second, third]) await lendCopyByHttp(library, copy, anna)
      await forwardTo(library, '2026-01-20')
      const levied = await overviewOf(library, anna, await returnByHttp(library, first))
      expect(levied.fees).toMatchObject([{ amount: 1000 }])
      await forwardTo(library, '2026-02-02')
      await returnByHttp(library, second)
      const after = await returnByHttp(library, third, { actedAt: '2026-01-31T10:00:00.000Z' })
      const { fees } = await overviewOf(library, anna, after)
      expect(fees.map(({ amount }: Json) => amount).sort()).toEqual([1000, 1000, 500])
    }))

  it('late renewal: its fee is that of the day of renewal, also for a machine that tells of it later', () =>
    withPolicies({ ...shortPeriods, fees: feeTable(10) }, { fees: feeTable(5) }, async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const loans: string[] = []
      for (const title of ['52557241', '52557242']) {
        const copy = await acquireCopyByHttp(library, { title, group: 'short-7' })
        loans.push((await lendCopyByHttp(library, copy, anna)).body.loan)
      }
      await forwardTo(library, '2026-02-02')
      const renew = (loan: string | undefined, body: object) =>
        library.send('POST', `/loans/${loan ?? ''}/renew`, { as: machineUser, body })
      await renew(loans[0], { actedAt: '2026-01-31T10:00:00.000Z' })
      const { fees } = await overviewOf(library, anna, (await renew(loans[1], {})).body.after)
      expect(fees.map(({ amount }: Json) => amount).sort()).toEqual([1000, 500])
    }))

  it('reservation limit: reservations stay when fewer are allowed, and none is added', () =>
    withPolicies({ reservations: { atMost: 2 } }, { reservations: { atMost: 1 } }, async (library) => {
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      for (const title of ['52557241', '52557242', '52557243'])
        await lendCopyByHttp(library, await acquireCopyByHttp(library, { title }), bo)
      for (const title of ['52557241', '52557242']) expect((await reserveByHttp(library, title, anna)).status).toBe(201)
      await forwardTo(library, '2026-02-01')
      expect((await overviewOf(library, anna)).reservations).toHaveLength(2)
      expect((await reserveByHttp(library, '52557243', anna)).body.because).toBe('reservationLimitReached')
    }))

  it('pick-up deadline: a deadline stays; a copy made ready later has the new one', () =>
    withPolicies({ pickUp: { days: 7 } }, { pickUp: { days: 3 } }, async (library) => {
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const copies = new Map<string, string>()
      for (const title of ['52557241', '52557242']) {
        const copy = await acquireCopyByHttp(library, { title })
        copies.set(title, copy)
        await lendCopyByHttp(library, copy, bo)
        await reserveByHttp(library, title, anna)
      }
      await forwardTo(library, '2026-01-30')
      const early = await overviewOf(library, anna, await returnByHttp(library, copies.get('52557241') ?? ''))
      const deadlineOf = ({ reservations }: Json, title: string): string | null =>
        reservations.find((reservation: Json) => reservation.title === title).pickUpBy
      expect(deadlineOf(early, '52557241')).toBe('2026-02-06')
      await forwardTo(library, '2026-02-02')
      const late = await overviewOf(library, anna, await returnByHttp(library, copies.get('52557242') ?? ''))
      expect(deadlineOf(late, '52557241')).toBe('2026-02-06')
      expect(deadlineOf(late, '52557242')).toBe('2026-02-05')
    }))

  it('debt limit: a lower limit blocks from its day, and not a machine’s loan of the day before', () =>
    withPolicies(
      { ...shortPeriods, fees: feeTable(10) },
      { debtLimit: { comparison: 'at least', amount: 1000 } },
      async (library) => {
        const anna = await registerBorrowerByHttp(library)
        const late = await acquireCopyByHttp(library, { group: 'short-7' })
        await lendCopyByHttp(library, late, anna)
        await forwardTo(library, '2026-01-20')
        await overviewOf(library, anna, await returnByHttp(library, late))
        expect((await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)).status).toBe(201)
        await forwardTo(library, '2026-02-01')
        const refused = await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)
        expect(refused.body.because).toBe('debtOverLimit')
        const actedAt = '2026-01-31T10:00:00.000Z'
        const earlier = await lendCopyByHttp(library, await acquireCopyByHttp(library), anna, { actedAt })
        expect(earlier.status).toBe(201)
      },
    ))

  it('days to the bill of a lost copy: a bill stays with its amount; a copy not billed yet waits for the new number', () =>
    withPolicies(
      { ...shortPeriods, billedAfterDays: 10, fees: { handlingFee: 1000 } },
      { billedAfterDays: 60, fees: { handlingFee: 2000 } },
      async (library) => {
        const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
        const [billed, waiting] = [
          await acquireCopyByHttp(library, { group: 'short-7' }),
          await acquireCopyByHttp(library, { group: 'short-7' }),
        ]
        await lendCopyByHttp(library, billed, anna)
        await forwardTo(library, '2026-01-18')
        await lendCopyByHttp(library, waiting, bo)
        await forwardTo(library, '2026-02-20')
        const compensationsOf = async (borrower: BorrowerId) =>
          (await overviewOf(library, borrower)).fees.filter(({ kind }: Json) => kind === 'compensation')
        expect(await compensationsOf(anna)).toMatchObject([{ amount: 24_900 + 1000 }])
        expect(await compensationsOf(bo)).toEqual([])
        await forwardTo(library, '2026-03-27')
        expect(await compensationsOf(bo)).toMatchObject([{ amount: 24_900 + 2000 }])
      },
    ))
})
