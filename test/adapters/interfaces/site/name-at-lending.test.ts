import { openingKind } from '../../../../domain/use-cases/opening-entry'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { registerBorrowerByHttp } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import { openStaffPage, withStaffPages } from './staff-page-steps'

describe('the name of a borrower at lending', () => {
  it('is no more than is needed to see whose card it is, is withheld while it is protected, and counts as no look', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await registerBorrowerByHttp(site, { name: 'Anna Berg' })
      const { html } = await openStaffPage(browser, `/da/skranke/laan?borrower=${borrower}`)
      expect([html.includes('<strong>Anna B.</strong>'), html.includes('Berg')]).toEqual([true, false])
      const body = { protection: 'nameAndAddress', reason: 'Ønske' }
      await site.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
      const hidden = await browser.open(`/da/skranke/laan?borrower=${borrower}&branch=DK-785100`)
      expect([hidden.html.includes('Anna'), hidden.html.includes('Navnet er beskyttet.')]).toEqual([false, true])
      expect(rightOrThrow(await site.runningLibrary.shortTerm.list(openingKind)())).toEqual([])
    }))
})
