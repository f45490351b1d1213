import type { BorrowerId } from '../../../../domain/values/ids'
import { lendCopyByHttp } from './http-steps'
import { returnAtMachine, moveTo, loansOf, casesOf, copyAndTwoBorrowers, branch } from './offline-steps'
import { machineUser, staffUser, withHttpServer } from './with-http-server'

describe('a renewal of a machine that was offline', () => {
  it('is recorded against the rules, counts from its day, and is a case for staff', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await moveTo(library, '2026-02-03')
      await library.send('POST', '/titles/52557240/reservations', { as: staffUser, body: { borrower: bo } })
      const renewed = await library.send('POST', `/loans/${loan}/renew`, {
        as: machineUser,
        body: { actedAt: '2026-02-02T09:00:00.000Z' },
      })
      expect(renewed).toMatchObject({ status: 200, body: { dueOn: '2026-03-04' } })
      expect((await casesOf(library)).loans).toMatchObject([
        { case: loan, act: 'renewal', borrower: anna, against: ['titleReserved'] },
      ])
    }))

  it('that comes after its return moves the due day, and staff see that the loan was counted as late', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await moveTo(library, '2026-02-08')
      await returnAtMachine(library, copy)
      const renewed = await library.send('POST', `/loans/${loan}/renew`, {
        as: machineUser,
        body: { actedAt: '2026-02-03T09:00:00.000Z' },
      })
      expect(renewed).toMatchObject({ status: 200, body: { dueOn: '2026-03-05' } })
      expect(await loansOf(library, anna, renewed)).toMatchObject([{ endedOn: '2026-02-08', dueOn: '2026-03-05' }])
      expect((await casesOf(library)).loans).toMatchObject([{ act: 'renewal', against: ['countedAsLate'] }])
    }))
})

describe('a repeat of a renewal of a machine that was offline', () => {
  it('answers the due day of the first time, also when the loan was renewed again', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await moveTo(library, '2026-02-04')
      const renewOn = (day: string) =>
        library.send('POST', `/loans/${loan}/renew`, {
          as: machineUser,
          body: { actedAt: `${day}T09:00:00.000Z` },
          headers: { 'Idempotency-Key': `renewal-${day}` },
        })
      const first = await renewOn('2026-02-01')
      expect((await renewOn('2026-02-03')).body.dueOn).not.toBe(first.body.dueOn)
      expect((await renewOn('2026-02-01')).body.dueOn).toBe(first.body.dueOn)
    }))
})

/** Both kinds of acts: their name, path and body. */
const loanAndReturn: ReadonlyArray<[string, string, (copy: string, borrower: BorrowerId) => object]> = [
  ['loan', '/loans', (copy, borrower) => ({ copy, borrower, branch })],
  ['return', '/copies/:copy/return', () => ({ branch })],
]

describe('an act on a day to come', () => {
  it.each(loanAndReturn)('is not run, and is a case for staff: a %s', (act, path, bodyOf) =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const happenedAt = '2026-01-07T09:00:00.000Z'
      const sending = {
        as: machineUser,
        body: { ...bodyOf(copy, anna), actedAt: happenedAt },
        headers: { 'Idempotency-Key': 'to-come' },
      }
      const send = () => library.send('POST', path.replace(':copy', copy), sending)
      expect(await send()).toMatchObject({ status: 422, body: { type: 'urn:glemsom:problem:act-is-in-the-future' } })
      expect((await send()).status).toBe(422)
      expect((await casesOf(library)).unmatched).toMatchObject([{ act, because: 'inTheFuture', copy, happenedAt }])
    }),
  )
})

describe('an act of more than fourteen days ago', () => {
  it.each(loanAndReturn)('is not run, and is a case for staff: a %s', (act, path, bodyOf) =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await moveTo(library, '2026-01-25')
      const sending = {
        as: machineUser,
        body: { ...bodyOf(copy, anna), actedAt: '2026-01-08T09:00:00.000Z' },
        headers: { 'Idempotency-Key': 'long-ago' },
      }
      const send = () => library.send('POST', path.replace(':copy', copy), sending)
      expect(await send()).toMatchObject({ status: 422, body: { type: 'urn:glemsom:problem:too-late' } })
      expect((await send()).status).toBe(422)
      expect((await library.send('GET', `/copies/${copy}`)).body.status).toBe('onShelf')
      const { unmatched } = await casesOf(library)
      expect(unmatched).toMatchObject([{ act, because: 'tooLongAgo', copy, happenedAt: '2026-01-08T09:00:00.000Z' }])
      const resolved = await library.send('POST', `/offline-cases/${unmatched[0].case}/resolve`, { as: staffUser })
      expect(resolved.status).toBe(200)
      expect((await casesOf(library)).unmatched).toEqual([])
    }),
  )
})
