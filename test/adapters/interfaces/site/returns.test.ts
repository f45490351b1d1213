import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { administratorUser, auditorUser, staffUser } from '../http/with-http-server'
import { largeWords, openStaffPage, outcomeKind, withStaffPages } from './staff-page-steps'
import { openAs, type ServedSite } from './with-site'

const otherBranch = 'DK-785101'

const reserve = async ({ send }: ServedSite, pickUpBranch: string) => {
  const borrower = await registerBorrowerByHttp({ send })
  await send('POST', '/titles/52557240/reservations', { as: staffUser, body: { borrower, pickUpBranch } })
}

/** A copy on loan to somebody. */
const lentCopy = async (site: ServedSite) => {
  const copy = await acquireCopyByHttp(site)
  await lendCopyByHttp(site, copy, await registerBorrowerByHttp(site))
  return copy
}

describe('the desk', () => {
  it('asks once for the branch, which stands in the address and on every page from then on', () =>
    withStaffPages(async (_site, browser) => {
      const choice = await openAs(browser, 'demo-staff', '/da/skranke/aflever')
      expect(choice.html).toContain('Ved hvilken filial står du?')
      expect(choice.html).toContain('href="/da/skranke/aflever?branch=DK-785101"')
      const start = await browser.open('/da/skranke?branch=DK-785101')
      expect(start.html).toContain('<strong>Havnebiblioteket</strong>')
      expect(start.html).toContain('href="/da/skranke/aflever?branch=DK-785101"')
      expect(start.html).toContain('href="/en/skranke?branch=DK-785101"')
    }))

  it('does not work at a branch that the library does not have', () =>
    withStaffPages(async (site, browser) => {
      await openStaffPage(browser, '/da/skranke/aflever')
      const page = await browser.open('/da/skranke/aflever?branch=DK-999999')
      expect(page.html).toContain('Biblioteket har ingen sådan filial.')
      expect(page.html).not.toContain('name="code"')
      expect(site.loggedText()).toBe('')
    }))

  it('is for staff alone', () =>
    withStaffPages(async (site, browser) => {
      expect((await browser.open('/da/skranke/aflever?branch=DK-785100')).url.pathname).toBe('/da/log-ind')
      const auditor = site.openBrowser()
      const page = await openAs(auditor, 'demo-auditor', '/da/skranke/aflever?branch=DK-785100')
      expect([page.status, page.html.includes('name="code"')]).toEqual([403, false])
    }))
})

describe('a copy that is returned at the desk', () => {
  it('goes back on the shelf, and the field waits for the next scan', () =>
    withStaffPages(async (site, browser) => {
      const copy = await lentCopy(site)
      await openStaffPage(browser, '/da/skranke/aflever')
      const page = await browser.submit('name="code"', { code: ` ${copy}\n` })
      expect([page.status, largeWords(page.html), outcomeKind(page.html)]).toEqual([200, 'På hylden', 'accept'])
      expect(page.html).toMatch(/<input type="text"[^>]*autofocus[^>]*name="code"|name="code"[^>]*autofocus/)
      expect(page.html).toContain('Kongens Fald')
      const holder = await site.send('GET', `/copies/${copy}/holder`, { as: staffUser })
      expect(holder.body.loan).toBeNull()
    }))

  it('goes on the pick-up shelf under its number, or to the branch where somebody waits for it', () =>
    withStaffPages(async (site, browser) => {
      const [here, there] = [await lentCopy(site), await lentCopy(site)]
      await reserve(site, testBranch)
      await openStaffPage(browser, '/en/skranke/aflever')
      const ready = await browser.submit('name="code"', { code: here })
      expect([largeWords(ready.html), outcomeKind(ready.html)]).toEqual([
        expect.stringMatching(/^Pick-up shelf no\. \S+$/),
        'attention',
      ])
      await reserve(site, otherBranch)
      const sent = await browser.submit('name="code"', { code: there })
      expect(largeWords(sent.html)).toBe('Send to Harbour Library')
    }))

  it('that was not on loan says so, and one of another branch, that it stays here', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site, { branch: otherBranch })
      await lendCopyByHttp(site, copy, await registerBorrowerByHttp(site))
      await openStaffPage(browser, '/en/skranke/aflever')
      const returned = await browser.submit('name="code"', { code: copy })
      expect([outcomeKind(returned.html), returned.html.includes('was not on loan')]).toEqual(['accept', false])
      expect(returned.html).toMatch(/Acquired by:.*Harbour Library.*It stays here/s)
      const again = await browser.submit('name="code"', { code: copy })
      expect([largeWords(again.html), outcomeKind(again.html)]).toEqual(['Back on the shelf', 'attention'])
      expect(again.html).toContain('The copy was not on loan: the scan has ended no loan.')
    }))

  it('shows the fee of a late return, and on which day it is forgotten, but not whose it is', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await registerBorrowerByHttp(site, { name: 'Sofie Forsinket' })
      const copy = await acquireCopyByHttp(site)
      await lendCopyByHttp(site, copy, borrower)
      await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-02-15' } })
      await openStaffPage(browser, '/da/skranke/aflever')
      const { html } = await browser.submit('name="code"', { code: copy })
      expect(html).toContain('Gebyr for sen aflevering: 60,00')
      expect(html).toContain('Gebyret glemmes 30 dage efter, at det er betalt.')
      expect([outcomeKind(html), html.includes('Forsinket')]).toEqual(['attention', false])
    }))

  it('is refused in large words when nobody knows it, and keeps its number on the page', () =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/da/skranke/aflever')
      const unknown = await browser.submit('name="code"', { code: '3999999999' })
      expect([unknown.status, outcomeKind(unknown.html)]).toEqual([404, 'refuse'])
      expect(largeWords(unknown.html)).toBe('Eksemplaret findes ikke.')
      expect(unknown.html).toContain('3999999999')
      const malformed = await browser.submit('name="code"', { code: '"><script>' })
      expect([malformed.status, outcomeKind(malformed.html)]).toEqual([400, 'refuse'])
      expect(malformed.html).not.toContain('"><script>')
    }))

  it('is returned once, however often its scan is sent', () =>
    withStaffPages(async (site, browser) => {
      const copy = await lentCopy(site)
      await openStaffPage(browser, '/da/skranke/aflever')
      const pages = [
        await browser.submit('name="code"', { code: copy, _key: 'scan-1' }),
        await browser.submit('name="code"', { code: copy, _key: 'scan-1' }),
      ]
      expect(pages.map(({ html }) => largeWords(html))).toEqual(['På hylden', 'På hylden'])
      expect(pages.map(({ html }) => outcomeKind(html))).toEqual(['accept', 'accept'])
      const { body } = await site.send('GET', `/streams/circulation/copy-${copy}`, { as: auditorUser })
      expect(JSON.stringify(body).match(/"LoanReturned"/g)).toHaveLength(1)
    }))
})
