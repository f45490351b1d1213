import { acquire, branch, lend, register } from './desk'
import { reader, served, staff } from './serve'

describe('lending over HTTP', () => {
  it('lends a copy, and says that it is out to the next who asks', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const [anna, bo] = [await register(library), await register(library)]
      const lent = await lend(library, copy, anna)
      expect(lent.status).toBe(201)
      expect(lent.body).toMatchObject({ copy, dueOn: '2026-02-04' })
      const again = await lend(library, copy, bo)
      expect(again.status).toBe(409)
      expect(again.body).toMatchObject({ type: 'urn:glemsom:problem:loan-is-refused', because: 'copyOnLoan' })
      expect(again.body.detail).toBe('Eksemplaret er udlånt.')
    }))

  it('answers a read that names what a command answered with what was written', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const anna = await register(library)
      const { body } = await lend(library, copy, anna)
      const seen = await library.send('GET', `/borrowers/${anna}?after=${body.after}`, { as: staff })
      expect(seen.body.loans).toMatchObject([{ loan: body.loan, copy, name: 'Kongens Fald', forgottenOn: null }])
    }))

  it('gives the same key the first answer, and refuses it for another request', () =>
    served(async (library) => {
      const [one, other] = [await acquire(library), await acquire(library)]
      const anna = await register(library)
      const headers = { 'Idempotency-Key': 'visit-1' }
      const body = { copy: one, borrower: anna, branch }
      const first = await library.send('POST', '/loans', { as: staff, body, headers })
      const again = await library.send('POST', '/loans', { as: staff, body, headers })
      expect(again.status).toBe(201)
      expect(again.body.loan).toBe(first.body.loan)
      const reused = await library.send('POST', '/loans', { as: staff, body: { ...body, copy: other }, headers })
      expect(reused.status).toBe(422)
      const machine = { role: 'machine', subject: 'demo-staff' } as const
      const elsewhere = await library.send('POST', '/loans', { as: machine, body, headers })
      expect(elsewhere.body.because).toBe('copyOnLoan')
    }))

  it('renews for the borrower when it is time, and says why not before', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const anna = await register(library)
      const { body } = await lend(library, copy, anna)
      const early = await library.send('POST', `/loans/${body.loan}/renew`, { as: reader(anna), body: {} })
      expect(early.status).toBe(409)
      expect(early.body.answer).toBe('deniedOtherReason')
    }))

  it('undoes a loan made by mistake, once for one key', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const anna = await register(library)
      const { loan } = (await lend(library, copy, anna)).body
      const sending = { as: staff, body: { copy, branch }, headers: { 'Idempotency-Key': 'mistake' } }
      expect((await library.send('POST', `/loans/${loan}/undo`, sending)).status).toBe(200)
      expect((await library.send('POST', `/loans/${loan}/undo`, sending)).status).toBe(200)
      expect((await library.send('GET', `/copies/${copy}`)).body.status).toBe('onShelf')
    }))

  it('takes back what was not lent, and does not know a strange copy', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const back = await library.send('POST', `/copies/${copy}/return`, { as: staff, body: { branch } })
      expect(back.status).toBe(200)
      const strange = await library.send('POST', '/copies/9999999999/return', { as: staff, body: { branch } })
      expect(strange.status).toBe(404)
    }))

  it('tells nothing of the time to come, and takes no act of a month ago', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const anna = await register(library)
      const tomorrow = await lend(library, copy, anna, { actedAt: '2026-01-06T10:00:00.000Z' })
      expect(tomorrow.body.type).toBe('urn:glemsom:problem:act-is-in-the-future')
      const last = await lend(library, copy, anna, { actedAt: '9999-12-31T23:59:59.999Z' })
      expect(last.body.type).toBe('urn:glemsom:problem:act-is-in-the-future')
      const long = await lend(library, copy, anna, { actedAt: '2025-12-01T10:00:00.000Z' })
      expect(long.body).toMatchObject({ type: 'urn:glemsom:problem:too-late', earliest: '2025-12-22' })
    }))
})
