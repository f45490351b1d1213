import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  lendAtMachine,
  returnAtMachine,
  moveTo,
  loansOf,
  statusOf,
  casesOf,
  copyAndTwoBorrowers,
  todayAt,
  branch,
} from './offline-steps'
import {
  administratorUser,
  auditorUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

describe('a loan of a machine that was offline', () => {
  it('of a copy that is on loan to another is recorded, says against what, and is a case for staff until it is resolved', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('08:00') })
      const lent = await lendAtMachine(library, { copy, borrower: bo, actedAt: todayAt('09:00') })
      expect(lent).toMatchObject({ status: 201, body: { against: ['copyOnLoan'] } })
      expect(await loansOf(library, bo, lent)).toMatchObject([{ endedOn: null }])
      const open = (await casesOf(library)).loans
      expect(open).toMatchObject([{ case: lent.body.case, act: 'loan', copy, borrower: bo, against: ['copyOnLoan'] }])
      const resolve = () =>
        library.send('POST', `/offline-cases/${lent.body.case}/resolve`, { as: staffUser, body: undefined })
      expect((await resolve()).status).toBe(200)
      expect((await casesOf(library)).loans).toEqual([])
      expect(await resolve()).toMatchObject({ status: 404, body: { type: 'urn:glemsom:problem:case-is-unknown' } })
    }))

  it('made before a loan to another has ended by then, and says so', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, bo)
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('09:00') })
      expect(lent).toMatchObject({ status: 201, body: { against: ['copyOnLoan'] } })
      expect(await loansOf(library, anna, lent)).toMatchObject([{ endedOn: '2026-01-05' }])
      expect(await loansOf(library, bo, lent)).toMatchObject([{ endedOn: null }])
    }))

  it.each<[string, object, (library: ServedLibrary, copy: string, borrower: BorrowerId) => Promise<unknown>, string]>([
    [
      'a borrower who is blocked meanwhile',
      {},
      (library, _copy, borrower) =>
        library.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'U', note: null } }),
      'borrowerBlocked',
    ],
    ['a child, of material for adults', { ageLimit: 99 }, () => Promise.resolve(), 'belowAgeLimit'],
    ['material that is not lent', { group: 'not-lent' }, () => Promise.resolve(), 'materialNotLent'],
    [
      'a copy that is withdrawn meanwhile',
      {},
      (library, copy) => library.send('POST', `/copies/${copy}/withdraw`, { as: staffUser }),
      'copyWithdrawn',
    ],
  ])('to %s is recorded and says so', (_whom, about, meanwhile, against) =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library, about)
      const borrower = await registerBorrowerByHttp(library)
      await meanwhile(library, copy, borrower)
      const lent = await lendAtMachine(library, { copy, borrower, actedAt: todayAt('09:00') })
      expect(lent).toMatchObject({ status: 201, body: { against: [against] } })
      expect(await loansOf(library, borrower, lent)).toMatchObject([{ endedOn: null }])
      expect((await casesOf(library)).loans).toMatchObject([{ case: lent.body.loan, against: [against] }])
    }),
  )

  it('of a copy that was set aside for another is recorded, and says so', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, anna)
      await library.send('POST', '/titles/52557240/reservations', { as: staffUser, body: { borrower: bo } })
      const back = await returnAtMachine(library, copy)
      await statusOf(library, copy, back)
      await moveTo(library, '2026-01-06')
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: '2026-01-06T09:00:00.000Z' })
      expect(lent).toMatchObject({ status: 201, body: { against: ['copySetAsideForAnother'] } })
    }))

  it('counts its due day from its own day', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await moveTo(library, '2026-01-15')
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: '2026-01-06T09:00:00.000Z' })
      expect(lent.body.dueOn).toBe('2026-02-05')
    }))

  it('is found by its card, and the loan of a card that nobody has is a case for thirty days', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library, { card: '2888888888' })
      const lent = await lendAtMachine(library, { copy, card: '2888888888', actedAt: todayAt('09:00') })
      expect(await loansOf(library, anna, lent)).toMatchObject([{ endedOn: null }])
      const unknown = await lendAtMachine(library, { copy, card: '2999999999', actedAt: todayAt('10:00') })
      expect(unknown).toMatchObject({ status: 201, body: { loan: null, against: ['borrowerUnknown'] } })
      expect((await casesOf(library)).unmatched).toMatchObject([
        { case: unknown.body.case, act: 'loan', because: 'borrowerUnknown', copy, presented: '2999999999' },
      ])
      const seenByAuditor = await library.send('GET', '/offline-cases', { as: auditorUser })
      expect(seenByAuditor.text).not.toContain('2999999999')
      await moveTo(library, '2026-02-04')
      expect((await casesOf(library)).unmatched).toHaveLength(1)
      await moveTo(library, '2026-02-06')
      await library.send('POST', '/retention/runs', { as: administratorUser })
      expect((await casesOf(library)).unmatched).toEqual([])
    }))

  it('of a borrower who is erased is a case for staff', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await library.send('DELETE', `/borrowers/${anna}`, { as: staffUser })
      await library.send('POST', '/retention/runs', { as: administratorUser })
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('09:00') })
      expect(lent).toMatchObject({ status: 201, body: { loan: null, against: ['borrowerUnknown'] } })
    }))

  it('answers a repeat with the same key like the first time', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, bo)
      const sending = {
        as: machineUser,
        body: { copy, borrower: anna, branch, actedAt: todayAt('09:00') },
        headers: { 'Idempotency-Key': 'visit-1' },
      }
      const [first, again] = [
        await library.send('POST', '/loans', sending),
        await library.send('POST', '/loans', sending),
      ]
      expect(first.body).toMatchObject({ against: ['copyOnLoan'], case: first.body.loan })
      expect(again.body).toEqual({ ...first.body, after: again.body.after })
      expect(await loansOf(library, anna, again)).toHaveLength(1)
    }))

  it.each([
    ['an act of now that breaks a rule is refused', undefined, 409],
    ['an act within the clock skew is an act of now', todayAt('12:00').replace('12:00:00', '11:59:30'), 409],
    ['an act of more than a minute ago has happened', todayAt('11:58'), 201],
  ])('%s', (_rule, actedAt, status) =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, anna)
      const lent = await lendAtMachine(library, { copy, borrower: bo, ...(actedAt === undefined ? {} : { actedAt }) })
      expect(lent.status).toBe(status)
    }),
  )

  it('names its borrower in one way, and a card only for what has happened', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const both = await lendAtMachine(library, { copy, borrower: anna, card: '2888888888', actedAt: todayAt('09:00') })
      expect(both).toMatchObject({ status: 400, body: { errors: [{ pointer: '/borrower' }] } })
      const now = await lendAtMachine(library, { copy, card: '2888888888' })
      expect(now).toMatchObject({ status: 400, body: { errors: [{ pointer: '/card' }] } })
    }))
})
