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
  type Json,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { lostCopySteps } from './lost-copy-steps'

/** A loan of 2026-01-05 is due on 2026-02-04, and billed by the closing of 2026-03-11. */
const claimedLoan = async (library: ServedLibrary, claimedOn = '2026-02-20') => {
  const { forwardTo, post } = lostCopySteps(library)
  const borrower = await registerBorrowerByHttp(library)
  const copy = await acquireCopyByHttp(library)
  const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
  await forwardTo(claimedOn)
  const claim = await post(`/loans/${loan}/claimed-returned`, {})
  expect(claim).toMatchObject({ status: 200, body: { loan, copy } })
  return { borrower, copy, loan, claim }
}

const read = async ({ send }: ServedLibrary, path: string): Promise<Json> =>
  (await send('GET', path, { as: staffUser })).body

describe('a loan that is claimed returned', () => {
  it('is on the search list and not on the overdue list, and is not billed', () =>
    withHttpServer(async (library) => {
      const { forwardTo, fees } = lostCopySteps(library)
      const { borrower, copy, loan } = await claimedLoan(library)
      const row = { loan, copy, borrower, homeBranch: testBranch, claimedOn: '2026-02-20', writtenOffOn: '2026-08-19' }
      expect((await read(library, '/claimed-returned')).loans).toMatchObject([row])
      expect((await read(library, '/overdue')).loans).toEqual([])
      await forwardTo('2026-03-20')
      expect((await fees(borrower)).fees).toEqual([])
      expect((await read(library, `/borrowers/${borrower}`)).loans).toMatchObject([{ loan, claimedOn: '2026-02-20' }])
    }))

  it.each([
    ['handed in', 'return'],
    ['found on the shelf', 'found'],
  ])('counts as returned on the day of the claim, without a fee, when it is %s', (_how, scan) =>
    withHttpServer(async (library) => {
      const { forwardTo, post, feesAfter } = lostCopySteps(library)
      const { borrower, copy } = await claimedLoan(library)
      await forwardTo('2026-03-05')
      const scanned = await post(`/copies/${copy}/${scan}`, { branch: testBranch })
      expect(await feesAfter(borrower, scanned)).toMatchObject({ balance: { owed: 0 }, fees: [] })
      const { loans } = await read(library, `/borrowers/${borrower}`)
      expect(loans).toMatchObject([{ endedOn: '2026-02-20', end: 'claimed', forgottenOn: '2026-03-22' }])
      expect((await read(library, '/claimed-returned')).loans).toEqual([])
      expect((await read(library, `/copies/${copy}`)).status).toBe('onShelf')
      await forwardTo('2026-03-23')
      expect((await read(library, `/borrowers/${borrower}`)).loans).toEqual([])
    }),
  )

  it('is due at once when it is found more than 30 days after the claim, and that is not overdue', () =>
    withHttpServer(async (library) => {
      const { forwardTo, post } = lostCopySteps(library)
      const { borrower, copy } = await claimedLoan(library)
      await forwardTo('2026-04-05')
      await post(`/copies/${copy}/return`, { branch: testBranch })
      const health = await library.send('GET', '/health', { as: administratorUser })
      expect([health.status, health.body.ok, health.body.retention.overdue]).toEqual([200, true, 0])
      await forwardTo('2026-04-06')
      expect((await read(library, `/borrowers/${borrower}`)).loans).toEqual([])
      const after = await library.send('GET', '/health', { as: administratorUser })
      expect(after.body.retention).toMatchObject({ due: 0, overdue: 0 })
    }))

  it('serves whoever waits for the title, when it is found', () =>
    withHttpServer(async (library) => {
      const { post } = lostCopySteps(library)
      const { copy } = await claimedLoan(library)
      const next = await registerBorrowerByHttp(library)
      await post('/titles/52557240/reservations', { borrower: next })
      const { after } = (await post(`/copies/${copy}/return`, { branch: testBranch })).body
      expect((await read(library, `/copies/${copy}?after=${after}`)).status).not.toBe('onShelf')
      const holder = await read(library, `/copies/${copy}/holder`)
      expect(holder.reservedFor).toMatchObject({ borrower: next })
    }))

  it('is written off 180 days after the claim: the copy is lost, and nobody is billed, also when it is found later', () =>
    withHttpServer(async (library) => {
      const { forwardTo, find, fees, feesAfter } = lostCopySteps(library)
      const { borrower, copy } = await claimedLoan(library)
      await forwardTo('2026-08-19')
      expect((await read(library, `/copies/${copy}`)).status).toBe('onLoan')
      await forwardTo('2026-08-20')
      expect((await read(library, `/copies/${copy}`)).status).toBe('lost')
      expect(await fees(borrower)).toMatchObject({ balance: { owed: 0 }, fees: [] })
      expect((await read(library, `/borrowers/${borrower}`)).loans).toEqual([])
      expect(await feesAfter(borrower, await find(copy))).toMatchObject({ fees: [], reimbursements: [] })
      expect((await read(library, `/copies/${copy}`)).status).toBe('onShelf')
    }))

  it('is not renewed, and is not claimed twice', () =>
    withHttpServer(async (library) => {
      const { post } = lostCopySteps(library)
      const { loan } = await claimedLoan(library)
      expect(await post(`/loans/${loan}/renew`, {})).toMatchObject({
        status: 409,
        body: { because: 'claimedReturned', nationalCode: 'deniedOtherReason' },
      })
      expect(await post(`/loans/${loan}/claimed-returned`, {})).toMatchObject({
        status: 409,
        body: { type: 'urn:glemsom:problem:loan-is-claimed-returned' },
      })
    }))

  it('is billed in its time when the claim is withdrawn', () =>
    withHttpServer(async (library) => {
      const { forwardTo, fees } = lostCopySteps(library)
      const { borrower, loan } = await claimedLoan(library)
      const path = `/loans/${loan}/claimed-returned`
      expect((await library.send('DELETE', path, { as: staffUser })).status).toBe(200)
      expect((await library.send('DELETE', path, { as: staffUser })).status).toBe(409)
      await forwardTo('2026-03-12')
      expect((await fees(borrower)).fees).toHaveLength(2)
    }))

  it('is claimed by staff alone', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
      for (const as of [borrowerUser(borrower), machineUser])
        expect((await library.send('POST', `/loans/${loan}/claimed-returned`, { as, body: {} })).status).toBe(403)
    }))
})
