import { randomUUID } from 'node:crypto'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import {
  auditorUser,
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

const cpr = '630280-0000'

/** A borrower with a fee of a late return, a loan that is overdue, and both notes. */
const makeOwingBorrower = async (library: ServedLibrary): Promise<BorrowerId> => {
  const { send, runningLibrary } = library
  const contact = {
    careOf: null,
    address: 'Kanariestræde 7',
    phones: [],
    mobileForNotices: null,
    emails: [],
    emailForNotices: null,
  }
  const borrower = await registerBorrowerByHttp(library, { name: 'Anna <script>', cpr, birthDate: undefined, contact })
  const [late, overdue] = [
    await acquireCopyByHttp(library, { name: 'Havoc' }),
    await acquireCopyByHttp(library, { name: 'Stuk & Co', title: '52557241' }),
  ]
  for (const copy of [late, overdue]) await lendCopyByHttp(library, copy, borrower)
  const notes = { internalNote: 'Intern kanariefugl', noteToBorrower: 'Husk bilaget' }
  await send('PUT', `/borrowers/${borrower}/notes`, { as: staffUser, headers: { 'If-Match': '"n0"' }, body: notes })
  await moveClockTo(runningLibrary, '2026-02-10' as Day)
  await send('POST', `/copies/${late}/return`, { as: staffUser, body: { branch: testBranch } })
  await runningLibrary.retention.run()
  return borrower
}

describe('the statement of outstanding matters', () => {
  it('is a page of what the borrower has and owes, for staff and for the borrower', () =>
    withHttpServer(async (library) => {
      const anna = await makeOwingBorrower(library)
      const page = await library.send('GET', `/borrowers/${anna}/statement`, { as: staffUser })
      expect(page.status).toBe(200)
      expect(page.text).toMatch(/^<!doctype html><html lang="da">/)
      for (const part of [
        'Anna &lt;script>',
        'Kanariestræde 7',
        'Stuk &amp; Co',
        'Havoc',
        '10.02.2026',
        'Husk bilaget',
      ])
        expect(page.text).toContain(part)
      expect(page.text.replaceAll('\u00a0', ' ')).toContain('20,00 kr.')
      const own = await library.send('GET', '/me/statement', { as: borrowerUser(anna) })
      expect(own.text).toBe(page.text)
    }))

  it('has neither CPR number, birth date nor internal note', () =>
    withHttpServer(async (library) => {
      const anna = await makeOwingBorrower(library)
      const { text } = await library.send('GET', `/borrowers/${anna}/statement`, { as: staffUser })
      for (const part of [cpr, cpr.replace('-', ''), '1980', 'kanariefugl']) expect(text).not.toContain(part)
    }))

  it('is in the language of the borrower, or in the one that is asked for', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { language: 'en' })
      const read = (query: string) =>
        library.send('GET', `/me/statement${query}`, { as: borrowerUser(anna), headers: { 'Accept-Language': 'da' } })
      const [own, danish, unknown] = [await read(''), await read('?language=da'), await read('?language=de')]
      expect([own.headers.get('content-language'), own.text]).toEqual(['en', expect.stringContaining('outstanding')])
      expect([danish.headers.get('content-language'), danish.text]).toEqual([
        'da',
        expect.stringContaining('mellemværende'),
      ])
      expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/language'])
    }))

  it('is HTML that no cache stores and that may load its style sheet alone', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const path = `/borrowers/${anna}/statement`
      const { headers } = await library.send('GET', path, { as: staffUser, headers: { Accept: 'text/html' } })
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/)
      const refused = await library.send('GET', path, { as: staffUser, headers: { Accept: 'application/json' } })
      expect([refused.status, refused.body.type]).toEqual([406, 'urn:glemsom:problem:answer-is-page'])
      expect((await library.send('GET', '/pages/base.css')).text).toContain('@page')
      const stylesheet = await library.send('GET', '/pages/statement.css')
      expect([stylesheet.status, stylesheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
      expect((await library.send('POST', '/pages/statement.css', { as: staffUser, body: {} })).status).toBe(405)
    }))

  it('is refused to others, and to nobody tells of a borrower who is unknown or erased', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const nobody = randomUUID() as BorrowerId
      const read = (who: BorrowerId, as = staffUser) => library.send('GET', `/borrowers/${who}/statement`, { as })
      for (const as of [auditorUser, machineUser, borrowerUser(nobody)]) expect((await read(anna, as)).status).toBe(403)
      expect((await library.send('GET', `/borrowers/${anna}/statement`)).status).toBe(401)
      await library.send('DELETE', `/borrowers/${anna}`, { as: staffUser })
      await library.runningLibrary.retention.run()
      const [erased, unknown] = [await read(anna), await read(nobody)]
      expect([erased.status, erased.text]).toEqual([404, unknown.text])
      expect((await library.send('GET', '/me/statement', { as: borrowerUser(anna) })).status).toBe(404)
    }))
})
