import { contactByEmail, verifyEmail } from '../../../e2e/messages/message-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import { openStaffPage, withStaffPages } from './staff-page-steps'
import type { ServedSite } from './with-site'

/** A borrower for whom a copy is ready for pick-up, of which no message could be sent. */
const borrowerWithoutMessage = async (site: ServedSite, contact: object) => {
  const borrower = await registerBorrowerByHttp(site, { contact })
  const copy = await acquireCopyByHttp(site)
  const body = { borrower, pickUpBranch: testBranch }
  await site.send('POST', '/titles/52557240/reservations', { as: staffUser, body })
  await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  rightOrThrow(await site.runningLibrary.catchUpReadModels())
  await site.runningLibrary.messages.sendPending({})
  rightOrThrow(await site.runningLibrary.catchUpReadModels())
  return borrower
}

describe('an e-mail for notices that is not verified', () => {
  it('is called so on the record of its borrower, until it is verified', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await registerBorrowerByHttp(site, { contact: contactByEmail })
      const page = `/en/skranke/laaner/${borrower}`
      expect((await openStaffPage(browser, page)).html).toContain('not verified yet: nothing is sent to it')
      await verifyEmail(site, borrower, contactByEmail.emailForNotices)
      const { html } = await browser.open(`${page}?branch=${testBranch}`)
      expect([html.includes(contactByEmail.emailForNotices), html.includes('not verified')]).toEqual([true, false])
    }))

  it('is why a message could not be sent, and its borrower is found by the words of the message', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await borrowerWithoutMessage(site, contactByEmail)
      const letters = await openStaffPage(browser, '/en/skranke/breve')
      expect(letters.html).toContain('>the e-mail address is not verified</td>')
      expect(letters.html).toContain('Open the borrower <span class="sr-only">ready for pick-up</span>')
      expect(letters.html).not.toContain('readyForPickUp')
      const messages = await browser.open(`/da/skranke/laaner/${borrower}/beskeder?branch=${testBranch}`)
      expect(messages.html).toContain('>e-mailadressen er ikke bekræftet</td>')
      expect(messages.html).not.toContain('mangler kontaktoplysninger')
    }))

  it('is not what lacks where the borrower has no e-mail', () =>
    withStaffPages(async (site, browser) => {
      await borrowerWithoutMessage(site, { ...contactByEmail, emails: [], emailForNotices: null })
      const letters = await openStaffPage(browser, '/en/skranke/breve')
      expect(letters.html).toContain('>neither a verified e-mail address nor a mobile</td>')
    }))
})
