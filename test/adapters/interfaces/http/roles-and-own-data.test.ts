import { randomUUID } from 'node:crypto'
import { acquireCopyByHttp, testBranch, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  auditorUser,
  machineUser,
  borrowerUser,
  withHttpServer,
  staffUser,
} from './with-http-server'

describe('access over HTTP', () => {
  it('shows borrowers their own data', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const mine = await library.send('GET', '/me', { as: borrowerUser(anna) })
      expect(mine.body.record).toMatchObject({ borrower: anna, name: 'Ingen Bestemt' })
      expect((await library.send('GET', `/borrowers/${anna}/contact`, { as: borrowerUser(anna) })).status).toBe(200)
    }))

  it("refuses a borrower another's data in the same words whether there is such a borrower or not", () =>
    withHttpServer(async (library) => {
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, bo)).body
      const nobody = randomUUID()
      const ask = (path: string) => library.send('GET', path, { as: borrowerUser(anna) })
      for (const path of ['', '/contact', '/preferences', '/fees']) {
        const [others, nobodys] = [await ask(`/borrowers/${bo}${path}`), await ask(`/borrowers/${nobody}${path}`)]
        expect(others.status).toBe(403)
        expect(others.text).toBe(nobodys.text)
      }
      const renew = (id: string) => library.send('POST', `/loans/${id}/renew`, { as: borrowerUser(anna), body: {} })
      expect((await renew(loan)).text).toBe((await renew(nobody)).text)
      expect((await renew(loan)).status).toBe(403)
    }))

  it("does not cancel another's reservation", () =>
    withHttpServer(async (library) => {
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      await acquireCopyByHttp(library)
      const reserved = await library.send('POST', '/titles/52557240/reservations', {
        as: borrowerUser(bo),
        body: { borrower: bo },
      })
      expect(reserved.status).toBe(201)
      const path = `/titles/52557240/reservations/${reserved.body.reservation}`
      const nowhere = `/titles/52557240/reservations/${randomUUID()}`
      const refused = await library.send('DELETE', path, { as: borrowerUser(anna) })
      expect(refused.status).toBe(403)
      expect((await library.send('DELETE', nowhere, { as: borrowerUser(anna) })).text).toBe(refused.text)
      const forBo = await library.send('POST', '/titles/52557240/reservations', {
        as: borrowerUser(anna),
        body: { borrower: bo },
      })
      expect(forBo.status).toBe(403)
      const key = { 'Idempotency-Key': 'no-more' }
      expect((await library.send('DELETE', path, { as: borrowerUser(bo), headers: key })).status).toBe(200)
      expect((await library.send('DELETE', path, { as: borrowerUser(bo), headers: key })).status).toBe(200)
      expect((await library.send('DELETE', path, { as: staffUser })).status).toBe(404)
    }))

  it('withholds personal values from auditors, and marks them with their class', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)
      const overview = await library.send('GET', `/borrowers/${anna}`, { as: auditorUser })
      expect(overview.body.record.name).toEqual({ withheld: 'identity' })
      expect(overview.body.loans[0].dueOn).toEqual({ withheld: 'loan' })
      expect(overview.body.contact.phones).toEqual({ withheld: 'contact' })
      expect(overview.text).not.toContain('Ingen Bestemt')
      const stream = await library.send('GET', `/streams/persons/borrower-${anna}`, { as: auditorUser })
      expect(stream.body.events[0].staff).toMatchObject({ borrower: { withheld: 'borrower' } })
      expect(stream.text).not.toContain('Ingen Bestemt')
      const streamForStaff = await library.send('GET', `/streams/persons/borrower-${anna}`, { as: staffUser })
      expect(streamForStaff.text).toContain('Ingen Bestemt')
    }))

  it('refuses a caller without a token, with a forged token or with the wrong role', () =>
    withHttpServer(async (library) => {
      expect((await library.send('GET', '/overdue')).status).toBe(401)
      const forged = { Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6InN0YWZmIn0.' }
      expect((await library.send('GET', '/overdue', { headers: forged })).status).toBe(401)
      const anna = await registerBorrowerByHttp(library)
      expect((await library.send('GET', '/overdue', { as: borrowerUser(anna) })).status).toBe(403)
      expect((await library.send('POST', '/retention/runs', { as: staffUser })).status).toBe(403)
      expect((await library.send('GET', '/retention', { as: administratorUser })).status).toBe(200)
    }))

  it('ignores tokens on the routes of the catalogue', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const headers = { Authorization: 'Bearer not-a-token' }
      expect((await library.send('GET', `/copies/${copy}`, { headers })).status).toBe(200)
      expect((await library.send('GET', '/titles/52557240', { headers })).body).toMatchObject({ queue: 0 })
    }))

  it('finds a borrower by card and PIN for a machine, and by any number for staff', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2999999999', pin: '2468', cpr: '630280-0000' })
      const find = (as: typeof staffUser, body: object) => library.send('POST', '/borrowers/look-up', { as, body })
      expect((await find(machineUser, { card: '2999999999', pin: '2468' })).body.borrower).toBe(anna)
      expect((await find(machineUser, { card: '2999999999', pin: '1111' })).status).toBe(422)
      expect((await find(machineUser, { card: '2999999999' })).status).toBe(422)
      expect((await find(machineUser, { cpr: '6302800000' })).status).toBe(403)
      expect((await find(staffUser, { cpr: '6302800000' })).body.borrower).toBe(anna)
      expect((await find(staffUser, { card: '2999999999', cpr: '6302800000' })).status).toBe(400)
    }))

  it('erases a borrower who holds and owes nothing, and lists the obstacles until then', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, anna)
      const held = await library.send('DELETE', `/borrowers/${anna}`, { as: borrowerUser(anna) })
      expect(held.status).toBe(409)
      expect(held.body.obstacles).toEqual([{ what: 'loans', count: 1 }])
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      const accepted = await library.send('DELETE', `/borrowers/${anna}`, { as: borrowerUser(anna) })
      expect(accepted.status).toBe(202)
      const run = await library.send('POST', '/retention/runs', { as: administratorUser })
      expect(run.body.overdue).toBe(0)
      expect((await library.send('GET', `/borrowers/${anna}`, { as: staffUser })).status).toBe(404)
      const unknownBorrower = await library.send('PUT', `/borrowers/${anna}/preferences`, {
        as: borrowerUser(anna),
        body: { homeBranch: testBranch, language: 'en' },
        headers: { 'If-Match': '"r1"' },
      })
      expect(unknownBorrower.status).toBe(404)
    }))
})
