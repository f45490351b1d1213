import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import { largeWords, openStaffPage, outcomeKind, withStaffPages } from './staff-page-steps'
import type { ServedSite } from './with-site'

/** A copy on loan to Anna. */
const lentCopy = async (site: ServedSite) => {
  const anna = await registerBorrowerByHttp(site, { name: 'Anna Berg' })
  const copy = await acquireCopyByHttp(site)
  await lendCopyByHttp(site, copy, anna)
  return { anna, copy }
}

const holderOf = async ({ send }: ServedSite, copy: string) =>
  (await send('GET', `/copies/${copy}/holder`, { as: staffUser })).body.loan

describe('a return that was a mistake', () => {
  it('is undone by the button beside its scan, and the page names nobody', () =>
    withStaffPages(async (site, browser) => {
      const { anna, copy } = await lentCopy(site)
      await openStaffPage(browser, '/da/skranke/aflever')
      await browser.submit('name="code"', { code: copy })
      const { html } = await browser.submit('Fortryd afleveringen')
      expect([largeWords(html), outcomeKind(html)]).toEqual([
        'Afleveringen er fortrudt: giv låneren eksemplaret igen',
        'attention',
      ])
      expect(html).toContain('Lånet glemmes 30 dage efter, at eksemplaret er afleveret.')
      expect([html.includes('Anna'), html.includes(anna)]).toEqual([false, false])
      expect((await holderOf(site, copy)).borrower).toBe(anna)
    }))

  it('is undone by a scan, also when its line is on no page any more', () =>
    withStaffPages(async (site, browser) => {
      const { anna, copy } = await lentCopy(site)
      await openStaffPage(browser, '/en/skranke/aflever')
      await browser.submit('name="code"', { code: copy })
      const page = await browser.open('/en/skranke/aflever/fortryd?branch=DK-785100')
      expect(page.html).toContain('on the same day at the same branch')
      const { html } = await browser.submit('name="code"', { code: ` ${copy}` })
      expect(largeWords(html)).toBe('The return is undone: give the copy back to the borrower')
      expect((await holderOf(site, copy)).borrower).toBe(anna)
    }))

  it.each(['/da/skranke/plukliste', '/da/skranke/forsendelse'])(
    'is told when a copy on loan is scanned where nobody returns, and is undone there: %s',
    (path) =>
      withStaffPages(async (site, browser) => {
        const { anna, copy } = await lentCopy(site)
        await openStaffPage(browser, path)
        const scanned = await browser.submit('name="code"', { code: copy })
        expect([largeWords(scanned.html), outcomeKind(scanned.html)]).toEqual(['På hylden', 'attention'])
        expect(scanned.html).toContain('Eksemplaret var udlånt. Scanningen har afsluttet lånet.')
        const { html } = await browser.submit('Fortryd afleveringen')
        expect(largeWords(html)).toBe('Afleveringen er fortrudt: giv låneren eksemplaret igen')
        expect((await holderOf(site, copy)).borrower).toBe(anna)
      }),
  )

  it('is not undone twice, nor when the copy is lent to somebody else, and the page says why', () =>
    withStaffPages(async (site, browser) => {
      const { copy } = await lentCopy(site)
      await openStaffPage(browser, '/da/skranke/aflever')
      await browser.submit('name="code"', { code: copy })
      const other = await registerBorrowerByHttp(site)
      await lendCopyByHttp(site, copy, other)
      const { status, html } = await browser.submit('Fortryd afleveringen')
      expect([status, largeWords(html), outcomeKind(html)]).toEqual([409, 'Eksemplaret er udlånt.', 'refuse'])
      expect((await holderOf(site, copy)).borrower).toBe(other)
    }))

  it('is offered for a return alone, not for the scan of a copy that nobody had on loan', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      await openStaffPage(browser, '/da/skranke/aflever')
      expect((await browser.submit('name="code"', { code: copy })).html).not.toContain('Fortryd afleveringen')
      await browser.open('/da/skranke/aflever/fortryd?branch=DK-785100')
      const { status, html } = await browser.submit('name="code"', { code: copy })
      expect([status, largeWords(html)]).toEqual([409, 'Eksemplaret har ingen aflevering i dag, som kan fortrydes.'])
    }))
})
