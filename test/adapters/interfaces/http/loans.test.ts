import { acquireCopyByHttp, testBranch, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { borrowerUser, withHttpServer, staffUser } from './with-http-server'

describe('lending over HTTP', () => {
  it('lends a copy, and answers the next borrower that it is on loan', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const lent = await lendCopyByHttp(library, copy, anna)
      expect(lent.status).toBe(201)
      expect(lent.body).toMatchObject({ copy, dueOn: '2026-02-04' })
      const again = await lendCopyByHttp(library, copy, bo)
      expect(again.status).toBe(409)
      expect(again.body).toMatchObject({ type: 'urn:glemsom:problem:loan-is-refused', because: 'copyOnLoan' })
      expect(again.body.detail).toBe('Eksemplaret er udlånt.')
    }))

  it('shows what a command wrote to a read that names its after', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const { body } = await lendCopyByHttp(library, copy, anna)
      const overview = await library.send('GET', `/borrowers/${anna}?after=${body.after}`, { as: staffUser })
      expect(overview.body.loans).toMatchObject([{ loan: body.loan, copy, name: 'Kongens Fald', forgottenOn: null }])
    }))

  it('gives a repeated key its first answer, and refuses it for another request', () =>
    withHttpServer(async (library) => {
      const [one, other] = [await acquireCopyByHttp(library), await acquireCopyByHttp(library)]
      const anna = await registerBorrowerByHttp(library)
      const headers = { 'Idempotency-Key': 'visit-1' }
      const body = { copy: one, borrower: anna, branch: testBranch }
      const first = await library.send('POST', '/loans', { as: staffUser, body, headers })
      const again = await library.send('POST', '/loans', { as: staffUser, body, headers })
      expect(again.status).toBe(201)
      expect(again.body.loan).toBe(first.body.loan)
      const reused = await library.send('POST', '/loans', { as: staffUser, body: { ...body, copy: other }, headers })
      expect(reused.status).toBe(422)
      const machine = { role: 'machine', subject: 'demo-staff' } as const
      const elsewhere = await library.send('POST', '/loans', { as: machine, body, headers })
      expect(elsewhere.body.because).toBe('copyOnLoan')
    }))

  it('refuses a key that the same caller used for another command', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const headers = { 'Idempotency-Key': 'visit-2' }
      const lending = { copy, borrower: anna, branch: testBranch }
      const lent = await library.send('POST', '/loans', { as: staffUser, body: lending, headers })
      const returning = { as: staffUser, body: { branch: testBranch }, headers }
      const returned = await library.send('POST', `/copies/${copy}/return`, returning)
      expect([returned.status, returned.body.type]).toEqual([422, 'urn:glemsom:problem:key-was-used-for-another'])
      expect((await library.send('GET', `/copies/${copy}`)).body.status).toBe('onLoan')
      const again = await library.send('POST', '/loans', { as: staffUser, body: lending, headers })
      expect(again.body.loan).toBe(lent.body.loan)
    }))

  it('refuses a renewal that comes too early, and says from which day the loan may be renewed', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const { body } = await lendCopyByHttp(library, copy, anna)
      const early = await library.send('POST', `/loans/${body.loan}/renew`, { as: borrowerUser(anna), body: {} })
      expect(early.status).toBe(409)
      const renewableFrom = '2026-01-28'
      expect(early.body).toMatchObject({ because: 'tooEarly', nationalCode: 'deniedOtherReason', renewableFrom })
      expect(early.body.detail).toMatch(/28\. januar 2026|28 January 2026/)
    }))

  it('undoes a loan made by mistake, once for one key', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      const sending = { as: staffUser, body: { copy, branch: testBranch }, headers: { 'Idempotency-Key': 'mistake' } }
      expect((await library.send('POST', `/loans/${loan}/undo`, sending)).status).toBe(200)
      expect((await library.send('POST', `/loans/${loan}/undo`, sending)).status).toBe(200)
      expect((await library.send('GET', `/copies/${copy}`)).body.status).toBe('onShelf')
    }))

  it('accepts the return of a copy that was not on loan, and refuses an unknown copy', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const back = await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      expect(back.status).toBe(200)
      const strange = await library.send('POST', '/copies/9999999999/return', {
        as: staffUser,
        body: { branch: testBranch },
      })
      expect(strange.status).toBe(404)
    }))

  it('refuses an act in the future and an act of a month ago', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const tomorrow = await lendCopyByHttp(library, copy, anna, { actedAt: '2026-01-06T10:00:00.000Z' })
      expect(tomorrow.body.type).toBe('urn:glemsom:problem:act-is-in-the-future')
      const last = await lendCopyByHttp(library, copy, anna, { actedAt: '9999-12-31T23:59:59.999Z' })
      expect(last.body.type).toBe('urn:glemsom:problem:act-is-in-the-future')
      const long = await lendCopyByHttp(library, copy, anna, { actedAt: '2025-12-01T10:00:00.000Z' })
      expect(long.body).toMatchObject({ type: 'urn:glemsom:problem:too-late', earliest: '2025-12-22' })
    }))
})
