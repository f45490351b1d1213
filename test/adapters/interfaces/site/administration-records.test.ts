import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { feePassedOn, policyWithCollector } from '../../../e2e/collection/collection-steps'
import { registerBorrowerByHttp } from '../http/http-steps'
import { administratorUser, auditorUser, staffUser } from '../http/with-http-server'
import { closeFirstDay, prepareLibrary } from './server-log-steps'
import { withSite } from './with-site'

describe('the page on who has looked at borrowers', () => {
  it('lists for the administrator who it was, why, and until when it is kept; auditors have no such page', () =>
    withSite(prepareLibrary, async (site) => {
      const anna = await registerBorrowerByHttp(site, { name: 'Anna Berg' })
      const opening = { as: staffUser, body: { reason: 'Et brev kom tilbage' } }
      expect((await site.send('POST', `/borrowers/${anna}/openings`, opening)).status).toBe(200)
      const path = '/administration/opslag'
      const browser = await site.openBrowserOf(administratorUser)
      expect((await browser.open(`/da${path}`)).html).toContain('Ingen er noteret i denne måned.')
      await closeFirstDay(site)
      const { html } = await browser.open(`/da${path}`)
      const shown = ['05.01.2026', staffUser.subject, anna, 'lånerens oplysninger', 'Et brev kom tilbage', '31.01.2026']
      for (const text of shown) expect(html).toContain(text)
      expect(html).not.toContain('Anna Berg')
      expect((await (await site.openBrowserOf(auditorUser)).open(`/en${path}`)).status).toBe(403)
    }))
})

describe('the page on disclosures', () => {
  it('says in which month, to whom and on which basis, not of whom, and until when it is kept', () =>
    withSite(
      async (library) => ({ borrower: (await feePassedOn(library)).borrower }),
      async (site) => {
        const path = '/administration/videregivelser'
        const { html } = await (await site.openBrowserOf(administratorUser)).open(`/da${path}`)
        for (const text of ['februar 2026', 'Inddrivelsen', 'Aftale af 2026', '28.02.2031'])
          expect(html).toContain(text)
        expect(html).not.toContain(String(site.users.borrower))
        const forAuditor = (await (await site.openBrowserOf(auditorUser)).open(`/en${path}`)).html
        for (const text of ['February 2026', 'Not shown to your role']) expect(forAuditor).toContain(text)
        expect(forAuditor).not.toContain('Inddrivelsen')
      },
      { policy: samePolicyEachDay(policyWithCollector) },
    ))
})
