import { lendCopyByHttp } from './http-steps'
import { branch, casesOf, copyAndTwoBorrowers, lendAtMachine, loansOf, moveTo, todayAt } from './offline-steps'
import { borrowerUser, machineUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const unknownLoan = '7f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
const problem = (type: string) => ({ body: { type: `urn:glemsom:problem:${type}` } })

const renew = ({ send }: ServedLibrary, loan: string, body: object = { actedAt: todayAt('10:00') }) =>
  send('POST', `/loans/${loan}/renew`, { as: machineUser, body, headers: { 'Idempotency-Key': 'renewal-1' } })

describe('a renewal of a machine that was offline, of a loan that the library does not know any more', () => {
  it('is a case for staff when the loan was undone, and a repeat answers the same case', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('09:00') })).body
      const undone = await library.send('POST', `/loans/${loan}/undo`, { as: staffUser, body: { copy, branch } })
      expect(undone.status).toBe(200)
      const renewed = await renew(library, loan)
      const answer = { loan, copy, dueOn: null, against: ['loanUnknown'], case: expect.any(String) }
      expect(renewed).toMatchObject({ status: 200, body: answer })
      expect((await renew(library, loan)).body).toMatchObject({ ...renewed.body, after: expect.any(String) })
      expect((await casesOf(library)).unmatched).toMatchObject([
        { case: renewed.body.case, act: 'renewal', because: 'loanUnknown', copy, happenedAt: todayAt('10:00') },
      ])
      expect(await loansOf(library, anna, renewed)).toEqual([])
      const path = `/offline-cases/${renewed.body.case}/resolve`
      expect((await library.send('POST', path, { as: staffUser })).status).toBe(200)
      expect((await casesOf(library)).unmatched).toEqual([])
    }))

  it('is a case for staff when the machine names the copy, because a forgotten loan says nothing', () =>
    withHttpServer(async (library) => {
      const { copy } = await copyAndTwoBorrowers(library)
      const renewed = await renew(library, unknownLoan, { copy, actedAt: todayAt('10:00') })
      expect(renewed).toMatchObject({ status: 200, body: { dueOn: null, against: ['loanUnknown'] } })
      expect((await casesOf(library)).unmatched).toMatchObject([{ act: 'renewal', because: 'loanUnknown', copy }])
    }))

  it('is not found when nobody knows its copy, and when the renewal is of now', () =>
    withHttpServer(async (library) => {
      const { copy } = await copyAndTwoBorrowers(library)
      const path = `/loans/${unknownLoan}/renew`
      for (const body of [{ actedAt: todayAt('10:00') }, {}, { copy }])
        expect(await library.send('POST', path, { as: machineUser, body })).toMatchObject({
          status: 404,
          ...problem('loan-is-unknown'),
        })
      expect((await casesOf(library)).unmatched).toEqual([])
    }))

  it('is a case for staff too when it is too long ago, and is not run', () =>
    withHttpServer(async (library) => {
      const { copy } = await copyAndTwoBorrowers(library)
      await moveTo(library, '2026-01-25')
      const renewed = await renew(library, unknownLoan, { copy, actedAt: '2026-01-08T09:00:00.000Z' })
      expect(renewed).toMatchObject({ status: 422, ...problem('too-late') })
      expect((await casesOf(library)).unmatched).toMatchObject([{ act: 'renewal', because: 'tooLongAgo', copy }])
    }))

  it('is refused to borrowers, who may not say when something was done', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const body = { copy, actedAt: todayAt('10:00') }
      const refused = await library.send('POST', `/loans/${unknownLoan}/renew`, { as: borrowerUser(anna), body })
      expect(refused.status).toBe(403)
      expect((await casesOf(library)).unmatched).toEqual([])
    }))
})

describe('a renewal of a machine that was offline, of a loan that the library knows', () => {
  it('names the reason for which it would be denied now, also when the copy is claimed returned', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await moveTo(library, '2026-01-29')
      await library.send('POST', `/loans/${loan}/claimed-returned`, { as: staffUser, body: {} })
      const denied = await library.send('POST', `/loans/${loan}/renew`, { as: staffUser, body: {} })
      const at = { actedAt: '2026-01-29T09:00:00.000Z' }
      const recorded = await library.send('POST', `/loans/${loan}/renew`, { as: machineUser, body: at })
      expect(denied).toMatchObject({ status: 409, body: { because: 'claimedReturned' } })
      expect(recorded).toMatchObject({ status: 200, body: { against: [denied.body.because], case: loan } })
      expect((await casesOf(library)).loans).toMatchObject([{ act: 'renewal', against: [denied.body.because] }])
    }))

  it('answers against what it was, and the case, and nothing when it was within the rules', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await moveTo(library, '2026-01-06')
      const early = await renew(library, loan)
      expect(early).toMatchObject({
        status: 200,
        body: { dueOn: expect.any(String), against: ['tooEarly'], case: loan },
      })
    }))
})
