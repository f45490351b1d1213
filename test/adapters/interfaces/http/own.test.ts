import { randomUUID } from 'node:crypto'
import { acquire, branch, lend, register } from './desk'
import { administrator, auditor, machine, reader, served, staff } from './serve'

describe('who may see and do what', () => {
  it('shows a borrower what is their own', () =>
    served(async (library) => {
      const anna = await register(library)
      const mine = await library.send('GET', '/me', { as: reader(anna) })
      expect(mine.body.record).toMatchObject({ borrower: anna, name: 'Ingen Bestemt' })
      expect((await library.send('GET', `/borrowers/${anna}/contact`, { as: reader(anna) })).status).toBe(200)
    }))

  it("refuses a borrower another's data in the same words whether there is such a borrower or not", () =>
    served(async (library) => {
      const [anna, bo] = [await register(library), await register(library)]
      const copy = await acquire(library)
      const { loan } = (await lend(library, copy, bo)).body
      const nobody = randomUUID()
      const ask = (path: string) => library.send('GET', path, { as: reader(anna) })
      for (const path of ['', '/contact', '/preferences', '/fees']) {
        const [others, nobodys] = [await ask(`/borrowers/${bo}${path}`), await ask(`/borrowers/${nobody}${path}`)]
        expect(others.status).toBe(403)
        expect(others.text).toBe(nobodys.text)
      }
      const renew = (id: string) => library.send('POST', `/loans/${id}/renew`, { as: reader(anna), body: {} })
      expect((await renew(loan)).text).toBe((await renew(nobody)).text)
      expect((await renew(loan)).status).toBe(403)
    }))

  it("does not cancel another's reservation", () =>
    served(async (library) => {
      const [anna, bo] = [await register(library), await register(library)]
      await acquire(library)
      const made = await library.send('POST', '/titles/52557240/reservations', {
        as: reader(bo),
        body: { borrower: bo },
      })
      expect(made.status).toBe(201)
      const path = `/titles/52557240/reservations/${made.body.reservation}`
      const nowhere = `/titles/52557240/reservations/${randomUUID()}`
      const tried = await library.send('DELETE', path, { as: reader(anna) })
      expect(tried.status).toBe(403)
      expect((await library.send('DELETE', nowhere, { as: reader(anna) })).text).toBe(tried.text)
      const forBo = await library.send('POST', '/titles/52557240/reservations', {
        as: reader(anna),
        body: { borrower: bo },
      })
      expect(forBo.status).toBe(403)
      const key = { 'Idempotency-Key': 'no-more' }
      expect((await library.send('DELETE', path, { as: reader(bo), headers: key })).status).toBe(200)
      expect((await library.send('DELETE', path, { as: reader(bo), headers: key })).status).toBe(200)
      expect((await library.send('DELETE', path, { as: staff })).status).toBe(404)
    }))

  it('withholds from an auditor what is personal, and marks it with its class', () =>
    served(async (library) => {
      const anna = await register(library)
      await lend(library, await acquire(library), anna)
      const seen = await library.send('GET', `/borrowers/${anna}`, { as: auditor })
      expect(seen.body.record.name).toEqual({ withheld: 'borrower' })
      expect(seen.body.loans[0].dueOn).toEqual({ withheld: 'loan' })
      expect(seen.body.contact.phones).toEqual({ withheld: 'contact' })
      expect(seen.text).not.toContain('Ingen Bestemt')
      const stream = await library.send('GET', `/streams/persons/borrower-${anna}`, { as: auditor })
      expect(stream.body.events[0].staff).toMatchObject({ borrower: { withheld: 'borrower' } })
      expect(stream.text).not.toContain('Ingen Bestemt')
      const plain = await library.send('GET', `/streams/persons/borrower-${anna}`, { as: staff })
      expect(plain.text).toContain('Ingen Bestemt')
    }))

  it('lets nobody in without a token, with a forged one or in a role that does not suit', () =>
    served(async (library) => {
      expect((await library.send('GET', '/overdue')).status).toBe(401)
      const forged = { Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6InN0YWZmIn0.' }
      expect((await library.send('GET', '/overdue', { headers: forged })).status).toBe(401)
      const anna = await register(library)
      expect((await library.send('GET', '/overdue', { as: reader(anna) })).status).toBe(403)
      expect((await library.send('POST', '/retention/runs', { as: staff })).status).toBe(403)
      expect((await library.send('GET', '/retention', { as: administrator })).status).toBe(200)
    }))

  it('reads nobody on the routes of the catalogue, whatever token is sent', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const headers = { Authorization: 'Bearer not-a-token' }
      expect((await library.send('GET', `/copies/${copy}`, { headers })).status).toBe(200)
      expect((await library.send('GET', '/titles/52557240', { headers })).body).toMatchObject({ queue: 0 })
    }))

  it('finds a borrower by card and PIN at a machine, and by any number at the desk', () =>
    served(async (library) => {
      const anna = await register(library, { card: '2999999999', pin: '2468', cpr: '010158-5000' })
      const find = (as: typeof staff, body: object) => library.send('POST', '/borrowers/look-up', { as, body })
      expect((await find(machine, { card: '2999999999', pin: '2468' })).body.borrower).toBe(anna)
      expect((await find(machine, { card: '2999999999', pin: '1111' })).status).toBe(404)
      expect((await find(machine, { card: '2999999999' })).status).toBe(404)
      expect((await find(machine, { cpr: '0101585000' })).status).toBe(403)
      expect((await find(staff, { cpr: '0101585000' })).body.borrower).toBe(anna)
      expect((await find(staff, { card: '2999999999', cpr: '0101585000' })).status).toBe(400)
    }))

  it('erases a borrower who holds and owes nothing, and says what stands in the way until then', () =>
    served(async (library) => {
      const anna = await register(library)
      const copy = await acquire(library)
      await lend(library, copy, anna)
      const held = await library.send('DELETE', `/borrowers/${anna}`, { as: reader(anna) })
      expect(held.status).toBe(409)
      expect(held.body.obstacles).toEqual([{ what: 'Loans', count: 1 }])
      await library.send('POST', `/copies/${copy}/return`, { as: staff, body: { branch } })
      const asked = await library.send('DELETE', `/borrowers/${anna}`, { as: reader(anna) })
      expect(asked.status).toBe(202)
      const run = await library.send('POST', '/retention/runs', { as: administrator })
      expect(run.body.overdue).toBe(0)
      expect((await library.send('GET', `/borrowers/${anna}`, { as: staff })).status).toBe(404)
      const stranger = await library.send('PUT', `/borrowers/${anna}/preferences`, {
        as: reader(anna),
        body: { homeBranch: branch, language: 'en' },
        headers: { 'If-Match': '"r1"' },
      })
      expect(stranger.status).toBe(404)
    }))
})
