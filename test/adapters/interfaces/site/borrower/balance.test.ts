import type { Day } from '../../../../../domain/values/day'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { moveClockTo } from '../../../../e2e/use-case-steps'
import { createTestPaymentProvider } from '../../../../fixtures/payments/test-payment-provider'
import { levyFee } from '../../../../promises/lending-steps'
import { registerBorrowerByHttp } from '../../http/http-steps'
import { staffUser, type ServedLibrary } from '../../http/with-http-server'
import { borrowerOf, openAs, openAsBorrower, withSite, type ServedSite } from '../with-site'

const annaWithFee = async (library: ServedLibrary) => {
  const { borrower } = await levyFee(library, { name: 'Anna Berg' })
  return { borrower }
}

const owedBy = async (site: ServedSite, borrower: BorrowerId): Promise<number> =>
  (await site.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body.balance.owed

describe('the balance page of a borrower', () => {
  it('shows what is owed and for what, and when a paid fee is forgotten', () =>
    withSite(annaWithFee, async (site) => {
      const { browser, page } = await openAsBorrower(site, '/da/mit/mellemvaerende')
      expect(page.html).toMatch(/Du skylder i alt.*20,00/s)
      expect(page.html).toContain('30 dage efter, at det er gjort op')
      const started = await browser.submit('value="pay"')
      expect(started.html).toContain('stedfortræder')
      const back = await browser.open('/da/mit/mellemvaerende/betaling')
      expect(back.html).toContain('Betalingen er gennemført')
      const anna = borrowerOf(site)
      await site.runningLibrary.retention.run()
      expect(await owedBy(site, anna)).toBe(0)
      expect((await browser.open('/da/mit/mellemvaerende')).html).toMatch(/Betalt.*12\.03\.2026/s)
    }))

  it('says in both languages that a payment is not made, and keeps the fee, when the service has no money', () => {
    const paymentProvider = createTestPaymentProvider()
    return withSite(
      annaWithFee,
      async (site) => {
        const { browser } = await openAsBorrower(site, '/en/mit/mellemvaerende')
        const started = await browser.submit('value="pay"')
        expect(started.html).toMatch(/href="https:\/\/pay\.example\/[0-9a-f-]+"/)
        expect(started.html).not.toContain('stand-in')
        expect(paymentProvider.orders[0]?.returnUrl).toBe(`${site.url}/mit/mellemvaerende/betaling`)
        expect((await browser.open('/en/mit/mellemvaerende/betaling')).html).toContain('The payment is not made')
        expect((await browser.open('/mit/mellemvaerende/betaling')).html).toContain('Betalingen er ikke gennemført')
        const underWay = (await browser.open('/da/mit/mellemvaerende')).html
        expect(underWay).toContain('ikke bekræftet')
        expect(underWay).toMatch(
          /Fortsæt betalingen<span class="sr-only"> 20,00\skr\., Gebyr for sen aflevering: [^,<]+, begyndt \d\d\.\d\d\.2026</,
        )
        expect((await browser.submit('value="goOn"')).html).toContain(
          `pay.example/${paymentProvider.orders[0]?.order ?? ''}`,
        )
        expect(paymentProvider.orders).toHaveLength(1)
        expect(await owedBy(site, borrowerOf(site))).toBe(2000)
        paymentProvider.answer('refused')
        expect((await browser.open('/da/mit/mellemvaerende/betaling')).html).toContain('blev ikke til noget')
      },
      { paymentProvider },
    )
  })

  it('refuses to pay nothing, and a fee of somebody else', () =>
    withSite(annaWithFee, async (site) => {
      await moveClockTo(site.runningLibrary, '2026-02-11' as Day)
      const { browser, page } = await openAsBorrower(site, '/da/mit/mellemvaerende')
      const own = /name="(fee-[^"]+)"/.exec(page.html)?.[1] ?? ''
      const nothing = await browser.submit('value="pay"', { [own]: '' })
      expect(nothing.status).toBe(422)
      const other = await browser.submit('value="pay"', {
        [own]: '',
        'fee-00000000-0000-4000-8000-000000000000': 'yes',
      })
      expect([other.status, other.html.includes('alert-error')]).toEqual([422, true])
    }))

  it('has the statement to print, with number, fee and sum', () =>
    withSite(annaWithFee, async (site) => {
      const { page } = await openAsBorrower(site, '/da/mit/mellemvaerende/opgoerelse')
      expect(page.html).toMatch(/Anna Berg.*Gebyr for sen aflevering.*20,00/s)
      expect(page.html).toContain('data-print')
    }))

  it('shows nothing of another borrower', () =>
    withSite(annaWithFee, async (site) => {
      const bo = await registerBorrowerByHttp(site, { name: 'Bo Holm' })
      const { html } = (await openAsBorrower(site, '/da/mit/mellemvaerende')).page
      expect(html).not.toContain(bo)
      expect((await openAs(site.openBrowser(), 'demo-staff', '/da/mit/mellemvaerende')).status).toBe(403)
    }))
})
