import type { BorrowerId } from '../../../domain/values/ids'
import { registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { borrowerUser, staffUser } from '../../adapters/interfaces/http/with-http-server'
import { askForLink, change, email, hourMs, verifiedEmails, visit, withAnna } from './email-link-steps'
import { contactByEmail } from './message-steps'

describe('a link to verify an e-mail', () => {
  it('works once; then its page offers a new one, which says that there is nothing to confirm', () =>
    withAnna(async ({ library, links }) => {
      const [link = ''] = await links()
      await visit(library, 'POST', link)
      for (const method of ['GET', 'POST'] as const) {
        const used = await visit(library, method, link)
        expect([used.status, used.text]).toEqual([404, expect.stringContaining(`action="${link}/new-link"`)])
      }
      const renewed = await visit(library, 'POST', `${link}/new-link`)
      expect([renewed.status, renewed.text]).toEqual([200, expect.stringContaining('nothing to confirm')])
      expect(await links()).toHaveLength(1)
    }))

  it('ends after 24 hours; its page mails a new one, which works', () =>
    withAnna(async ({ library, anna, links, pass }) => {
      const [link = ''] = await links()
      pass(24.5 * hourMs)
      expect((await visit(library, 'POST', link)).status).toBe(404)
      expect(await verifiedEmails(library, anna)).toEqual([])
      expect((await visit(library, 'POST', `${link}/new-link`)).text).toContain('on its way')
      const [, next = ''] = await links()
      expect((await visit(library, 'POST', next)).status).toBe(200)
      expect(await verifiedEmails(library, anna)).toEqual([email])
    }))

  it('does nothing once the borrower has another e-mail, or is erased', () =>
    withAnna(async ({ library, anna, links }) => {
      const [link = ''] = await links()
      const other = { ...contactByEmail, emails: ['anna@work.example'], emailForNotices: 'anna@work.example' }
      await change(library, anna, other)
      expect((await visit(library, 'POST', link)).status).toBe(404)
      expect(await verifiedEmails(library, anna)).toEqual([])
      const [, next = ''] = await links()
      expect((await library.send('DELETE', `/borrowers/${anna}`, { as: staffUser })).status).toBe(202)
      await library.runningLibrary.retention.run()
      const gone = await visit(library, 'POST', next)
      expect([gone.status, gone.text]).toEqual([404, expect.not.stringContaining('new-link')])
    }))

  it('that is wrong says so, and mails nothing', () =>
    withAnna(async ({ library, links }) => {
      await links()
      const wrong = ['a'.repeat(32), 'A'.repeat(32), '..%2f..', `${'a'.repeat(32)}/new-link`, '%00', 'x'.repeat(2000)]
      for (const token of wrong)
        for (const method of ['GET', 'POST'] as const)
          expect([404, 400]).toContain((await visit(library, method, `/email-verification/${token}`)).status)
      expect(await links()).toHaveLength(1)
    }))

  it('is kept by nobody: neither the address of the page nor what it holds reaches another site or a cache', () =>
    withAnna(async ({ library, links }) => {
      const [link = ''] = await links()
      const { headers } = await visit(library, 'GET', link)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("form-action 'self'")
      expect(library.loggedText()).not.toContain(link.slice(-32))
    }))

  it('is mailed again when the borrower or staff ask for it, five times at most until a day has passed', () =>
    withAnna(async ({ library, anna, links, pass }) => {
      expect((await askForLink(library, anna)).status).toBe(200)
      expect((await askForLink(library, anna, staffUser)).status).toBe(200)
      expect(await links()).toHaveLength(3)
      for (let time = 0; time < 2; time += 1) await askForLink(library, anna)
      const refused = await askForLink(library, anna)
      expect([refused.status, refused.body.type]).toEqual([429, 'urn:glemsom:problem:too-many-email-links'])
      expect(refused.headers.get('retry-after')).toBe('87300')
      const [link = ''] = await links()
      const onPage = await visit(library, 'POST', `${link}/new-link`)
      expect([onPage.status, onPage.headers.get('retry-after')]).toEqual([429, '87300'])
      pass(24.5 * hourMs)
      expect((await visit(library, 'POST', `${link}/new-link`)).status).toBe(200)
      expect(await links()).toHaveLength(6)
    }))

  it('is refused where there is nothing to verify, and to another borrower', () =>
    withAnna(async ({ library, anna, links }) => {
      const bo = await registerBorrowerByHttp(library)
      expect((await askForLink(library, anna, borrowerUser(bo))).status).toBe(403)
      expect((await askForLink(library, bo)).body.type).toBe('urn:glemsom:problem:no-email-to-verify')
      const [link = ''] = await links()
      await visit(library, 'POST', link)
      expect((await askForLink(library, anna)).status).toBe(422)
      const nobody = await askForLink(library, '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as BorrowerId, staffUser)
      expect(nobody.status).toBe(404)
    }))
})
