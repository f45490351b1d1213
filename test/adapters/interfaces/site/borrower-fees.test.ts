import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { administratorUser, borrowerUser, staffUser } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { createTestPaymentProvider } from '../../../fixtures/payments/test-payment-provider'
import { openStaffPage, withStaffPages } from './staff-page-steps'
import type { ServedSite } from './with-site'

/** A borrower who returned a copy eleven days late, and the page with the fee. */
const owing = async (site: ServedSite, browser: HttpBrowser, language = 'da') => {
  const borrower = await registerBorrowerByHttp(site, { name: 'Sofie Forsinket' })
  const copy = await acquireCopyByHttp(site)
  await lendCopyByHttp(site, copy, borrower)
  await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-02-15' } })
  await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  await openStaffPage(browser, `/${language}/skranke/laaner/${borrower}/mellemvaerende`)
  return borrower
}

const feesOf = async ({ send }: ServedSite, borrower: string) =>
  (await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body.fees

describe('the balance of a borrower at the desk', () => {
  it('is paid, and the receipt says what was paid but not by whom', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await owing(site, browser)
      const paid = await browser.submit('Betal', { order: 'bon-17' })
      const receipt = /class="print-alone".*?<\/section>/s.exec(paid.html)?.[0] ?? ''
      expect(receipt).toContain('Betalt: 60,00')
      expect([receipt.includes('bon-17'), receipt.includes('Kongens Fald'), receipt.includes('Sofie')]).toEqual([
        true,
        true,
        false,
      ])
      expect(await feesOf(site, borrower)).toMatchObject([{ ending: 'paid', settledOn: '2026-02-15' }])
      expect(paid.html).toContain('17.03.2026')
    }))

  it('says on the button how much is paid, and for whom', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await owing(site, browser)
      const { html } = await browser.open(`/da/skranke/laaner/${borrower}/mellemvaerende?branch=${testBranch}`)
      expect(html).toMatch(/<button[^>]*>Betal: 60,00\skr\. \(Sofie Forsinket, lånernummer \d+\)/)
    }))

  it('says which fees the borrower is paying on the website and since when', () =>
    withStaffPages(
      async (site, browser) => {
        const borrower = await owing(site, browser)
        const [{ fee }] = await feesOf(site, borrower)
        const page = `/da/skranke/laaner/${borrower}/mellemvaerende?branch=${testBranch}`
        expect((await browser.open(page)).html).not.toContain('hjemmesiden')
        await site.send('POST', '/me/payments', { as: borrowerUser(borrower), body: { fees: [fee] } })
        const { html } = await browser.open(page)
        expect(html).toMatch(
          /<th scope="row">[^<]*Kongens Fald.*?Betales på hjemmesiden: begyndt <time[^>]*>15\.02\.2026/s,
        )
        expect(html).toContain('spørg låneren, før du tager imod dem her')
        expect(html).toMatch(/Betal: 60,00[^<]*<span class="sr-only">[^<]*begyndt 15\.02\.2026/)
      },
      { paymentProvider: createTestPaymentProvider() },
    ))

  it('is paid with one form but for what the borrower is paying on the website', () =>
    withStaffPages(
      async (site, browser) => {
        const borrower = await registerBorrowerByHttp(site)
        for (const _ of ['one', 'two']) await lendCopyByHttp(site, await acquireCopyByHttp(site), borrower)
        await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-03-15' } })
        const [{ fee }, ...others] = await feesOf(site, borrower)
        expect(others).toHaveLength(2)
        await site.send('POST', '/me/payments', { as: borrowerUser(borrower), body: { fees: [fee] } })
        const { html } = await openStaffPage(browser, `/da/skranke/laaner/${borrower}/mellemvaerende`)
        expect(html).not.toContain('Betal alt')
        await browser.submit('Betal resten', { order: 'bon-17' })
        expect(await feesOf(site, borrower)).toMatchObject([{ ending: null }, { ending: 'paid' }, { ending: 'paid' }])
      },
      { paymentProvider: createTestPaymentProvider() },
    ))

  it('is paid once when the form is sent twice, also without a number of the till', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await owing(site, browser)
      const key = '7d9c0a52-0b3e-4f63-8a0e-5f2d3c4b5a69'
      const first = await browser.submit('Betal', { _key: key })
      expect(first.html).toContain('Betalt: 60,00')
      const [fee] = await feesOf(site, borrower)
      await browser.open(`/da/skranke/laaner/${borrower}/mellemvaerende?branch=${testBranch}`)
      const again = await browser.submit('name="amount"', { _form: 'pay', _key: key, fees: fee.fee, amount: '6000' })
      expect([again.status, again.html.includes('Betalt: 60,00')]).toEqual([200, true])
    }))

  it('is not paid under the receipt number of another payment, and the page calls it so', () =>
    withStaffPages(async (site, browser) => {
      const other = await registerBorrowerByHttp(site)
      const copy = await acquireCopyByHttp(site)
      await lendCopyByHttp(site, copy, other)
      await owing(site, browser)
      await browser.submit('Betal', { order: 'bon-17' })
      await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      await browser.open(`/da/skranke/laaner/${other}/mellemvaerende?branch=${testBranch}`)
      const { status, html } = await browser.submit('Betal', { order: 'bon-17' })
      expect([status, html.includes('Bonnummeret fra kassen er brugt til en anden betaling.')]).toEqual([409, true])
    }))

  it('is reduced or written off with a reason alone, and what was written stays in the form', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await owing(site, browser, 'en')
      const noReason = await browser.submit('name="decision"', { decision: 'reduce', by: '10,50', reason: '' })
      expect([noReason.status, noReason.html.includes('value="10,50"')]).toEqual([400, true])
      expect(noReason.html).toMatch(/<details open(?:="")?>.*role="alert" data-focus.*name="decision"/s)
      const noAmount = await browser.submit('name="decision"', { decision: 'reduce', by: 'ti', reason: 'Sygdom' })
      expect([noAmount.status, noAmount.html.includes('form-error-message')]).toEqual([400, true])
      expect(noAmount.html).toContain('an amount in kroner, such as 20 or 20.50')
      const nothing = await browser.submit('name="decision"', { decision: 'reduce', by: '0', reason: 'Sygdom' })
      expect(nothing.html).toContain('The amount must be at least DKK 0.01.')
      await browser.submit('name="decision"', { decision: 'reduce', by: '10,50', reason: 'Sygdom' })
      expect(await feesOf(site, borrower)).toMatchObject([{ amount: 4950, ending: null }])
      const done = await browser.submit('name="decision"', { decision: 'writeOff', reason: 'Sygdom' })
      expect(done.html).toContain('The decision is recorded.')
      expect(await feesOf(site, borrower)).toMatchObject([{ ending: 'writtenOff' }])
    }))

  it('is paid for a lost copy, and the receipt tells what goes back for it, and that handling does not', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await registerBorrowerByHttp(site)
      await lendCopyByHttp(site, await acquireCopyByHttp(site), borrower)
      await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-03-15' } })
      await openStaffPage(browser, `/da/skranke/laaner/${borrower}/mellemvaerende`)
      const { html } = await browser.submit('Betal alt', { order: 'bon-17' })
      const receipt = /class="print-alone".*?<\/section>/s.exec(html)?.[0] ?? ''
      expect(receipt).toContain('Pris: 249,00')
      expect(receipt).not.toContain('kr..')
      expect(receipt).toContain('Ekspeditionsgebyret i erstatningen betales ikke tilbage.')
      expect(receipt).toContain('Kode til kassen')
    }))

  it('is reimbursed and paid out', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await owing(site, browser)
      await browser.submit('Betal', { order: 'bon-17' })
      await browser.open(`/da/skranke/laaner/${borrower}/mellemvaerende?branch=${testBranch}`)
      const tooMuch = await browser.submit('name="amount"', { amount: '100', reason: 'Fejl' })
      expect(tooMuch.status).toBeGreaterThanOrEqual(400)
      expect(tooMuch.html).toMatch(
        /<details open(?:="")?><summary>[^<]*<\/summary><form[^>]*>(?:<input type="hidden"[^>]*>)*<div [^>]*role="alert"/,
      )
      const granted = await browser.submit('name="amount"', { amount: '20', reason: 'Fejl' })
      expect(granted.html).toContain('Beløbet er refunderet og kan udbetales.')
      const paidOut = await browser.submit('Udbetal', { order: 'bon-18' })
      expect(paidOut.html).toContain('Refusionen er udbetalt.')
    }))
})
