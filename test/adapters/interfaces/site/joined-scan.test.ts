import { acquireCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { largeWords, openStaffPage, outcomeKind, withStaffPages } from './staff-page-steps'

const card = '2000000888'

const isEmptyAndFocused = (html: string): boolean => {
  const [field = ''] = /<input[^>]*data-scan-field[^>]*>/.exec(html) ?? []
  return / autofocus/.test(field) && !/ value="[^"]/.test(field)
}

describe('a scan that is added to what stands in the field', () => {
  it('is named as two numbers, and neither of them is lent, returned or opened', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const borrower = await registerBorrowerByHttp(site, { card })
      await openStaffPage(browser, '/da/skranke')
      for (const page of ['laan?', 'aflever?', 'laaner?', `laan?borrower=${borrower}&`]) {
        await browser.open(`/da/skranke/${page}branch=DK-785100`)
        const { status, html } = await browser.submit('name="code"', { code: `${card}${copy}` })
        expect([page, status, largeWords(html), outcomeKind(html)]).toEqual([page, 400, 'Forkert nummer', 'refuse'])
        expect(html).toContain('to numre, der er læst som ét: det andet begynder efter 10 tegn')
        expect(html).toContain(`<p class="outcome-code">${card}${copy}</p>`)
        expect(isEmptyAndFocused(html)).toBe(true)
      }
    }))

  it('is refused with what was read when typed characters that are no number stand before it', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const borrower = await registerBorrowerByHttp(site)
      await openStaffPage(browser, `/da/skranke/laan?borrower=${borrower}`)
      const { html } = await browser.submit('name="code"', { code: `12${copy}` })
      expect([largeWords(html), outcomeKind(html)]).toEqual(['Forkert nummer', 'refuse'])
      expect(html).toContain(`<p class="outcome-code">12${copy}</p>`)
      expect([html.includes('to numre'), isEmptyAndFocused(html)]).toEqual([false, true])
    }))
})
