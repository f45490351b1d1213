import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import { moveClock, openStaffPage, withStaffPages } from './staff-page-steps'

describe('the cash of the day', () => {
  it('sums what was paid at each branch, what was paid elsewhere, and the whole', () =>
    withStaffPages(async (site, browser) => {
      const owing = await Promise.all(
        [1, 2, 3].map(async () => {
          const [copy, borrower] = [await acquireCopyByHttp(site), await registerBorrowerByHttp(site)]
          await lendCopyByHttp(site, copy, borrower)
          return { copy, borrower }
        }),
      )
      await moveClock(site, '2026-02-15')
      for (const [n, { copy, borrower }] of owing.entries()) {
        await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
        const [{ fee }] = (await site.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body.fees
        const body = { order: `bon-${String(n)}`, fees: [fee], amount: 6000 }
        if (n > 0) await site.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })
      }
      await openStaffPage(browser, `/da/skranke/laaner/${owing[0]?.borrower ?? ''}/mellemvaerende`)
      await browser.submit('Betal', { order: 'bon-skranke' })
      await browser.open(`/da/skranke/laaner/${owing[0]?.borrower ?? ''}/mellemvaerende?branch=DK-785101`)
      await browser.submit('name="amount"', { amount: '20', reason: 'Fejl' })
      await browser.submit('Udbetal', { order: 'bon-ud' })
      const { html } = await browser.open(`/da/skranke/kasse?branch=${testBranch}`)
      const table = /Dagens kasse efter filial<\/caption>.*?<\/table>/s.exec(html)?.[0] ?? ''
      const rows = [...table.matchAll(/<tr>(<th scope="row".*?)<\/tr>/gs)].map(([, row = '']) =>
        row
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
      expect(rows).toEqual([
        'Hovedbiblioteket 60,00 kr. 0,00 kr. 60,00 kr.',
        expect.stringMatching(/^Havne\S* 0,00 kr\. 20,00 kr\. -20,00 kr\.$/),
        'Hjemmesiden, eller uden filial 120,00 kr. 0,00 kr. 120,00 kr.',
      ])
      expect(html).toContain('hele biblioteket: 160,00')
    }))

  it('counts what was paid by kind, without persons', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const borrower = await registerBorrowerByHttp(site, { name: 'Sofie Forsinket' })
      await lendCopyByHttp(site, copy, borrower)
      await moveClock(site, '2026-02-15')
      await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      const [{ fee }] = (await site.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body.fees
      const body = { order: 'bon-1', fees: [fee], amount: 6000 }
      await site.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })
      const cash = await openStaffPage(browser, '/da/skranke/kasse')
      expect(cash.html).toContain('Betalt ind minus betalt ud, hele biblioteket: 60,00')
      expect([cash.html.includes('Sofie'), cash.html.includes(borrower)]).toEqual([false, false])
      const before = await browser.open(`/da/skranke/kasse?day=2026-02-14&branch=${testBranch}`)
      expect(before.html).toContain('Betalt ind minus betalt ud, hele biblioteket: 0,00')
      expect((await browser.open(`/da/skranke/kasse?day=i-dag&branch=${testBranch}`)).status).toBe(400)
    }))
})
