import { demoMainBranch } from '../../adapters/imports/demo/demo-copies'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser } from '../adapters/interfaces/http/with-http-server'
import { axeFindings } from '../fixtures/browser/axe-findings'
import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests } from './demo-site'
import { staffSteps } from './staff-steps'

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)
  const { onStaffPage, scan, largeWords, tabTo, isScanFieldFocused, borrowerWithCard, copyOnShelf, holderOf } =
    staffSteps(demoSite)

  describe('lending in a browser, by keyboard alone', () => {
    it('lends each copy to the borrower whose card was scanned before it, however fast the scans follow', async () => {
      const [first, second] = [await borrowerWithCard(), await borrowerWithCard()]
      const [one, two, three] = [await copyOnShelf(), await copyOnShelf(), await copyOnShelf()]
      await onStaffPage('/da/skranke/laan', async (page) => {
        for (const code of [first.card, one, two, second.card, three]) await scan(page, code)
        await page.locator('[data-scan-lines]').getByText(three).waitFor()
        expect([await holderOf(one), await holderOf(two), await holderOf(three)]).toEqual([
          ...[first.borrower, first.borrower, second.borrower],
        ])
        expect(new URL(page.url()).searchParams.get('borrower')).toBe(second.borrower)
        expect(await isScanFieldFocused(page)).toBe(true)
        expect(await axeFindings(page)).toEqual([])
        await page.goBack()
        await page.locator('#borrower-standing').waitFor()
        expect(new URL(page.url()).searchParams.get('borrower')).toBe(first.borrower)
      })
    })

    it('sends no copy for the borrower before while a card is not sent, and each for the right one once it is', async () => {
      const [first, second] = [await borrowerWithCard(), await borrowerWithCard()]
      const copy = await copyOnShelf()
      await onStaffPage('/da/skranke/laan', async (page) => {
        await scan(page, first.card)
        await page.locator('#borrower-standing').waitFor()
        await page.route('**/skranke/laan**', (route) => route.abort())
        for (const code of [second.card, copy]) await scan(page, code)
        await page.locator('[data-scan-unsent]:visible [data-count]').getByText('2').waitFor()
        await page.unroute('**/skranke/laan**')
        expect(await holderOf(copy)).toBeNull()
        await page.locator('[data-scan-unsent] button').click()
        await largeWords(page, 'Udlånt til')
        expect(await holderOf(copy)).toBe(second.borrower)
      })
    })

    it('takes no number as the reason for lending all the same: it is a scan that came too early', async () => {
      const { card, borrower } = await borrowerWithCard()
      await demoSite().site.send('POST', `/borrowers/${borrower}/blocks`, {
        as: staffUser,
        body: { reason: 'S', note: null },
      })
      const [copy, next] = [await copyOnShelf(), await copyOnShelf()]
      await onStaffPage('/da/skranke/laan', async (page) => {
        await scan(page, card)
        await page.locator('#borrower-standing').waitFor()
        await scan(page, copy)
        await tabTo(page, '[data-scan-latest] input[name="overrideReason"]')
        await scan(page, next)
        await page.locator('[data-scan-latest]').getByText('skriv grunden med ord').first().waitFor()
        expect(await holderOf(copy)).toBeNull()
      })
    })

    it.each([1280, 320])('undoes a loan for whose copy somebody waited, at %s px', async (width) => {
      const { site } = demoSite()
      const [title, copy] = ['52557299', await acquireCopyByHttp(site, { branch: demoMainBranch, title: '52557299' })]
      const [borrower, waiting] = [await registerBorrowerByHttp(site), await registerBorrowerByHttp(site)]
      const body = { borrower: waiting, pickUpBranch: demoMainBranch }
      await site.send('POST', `/titles/${title}/reservations`, { as: staffUser, body })
      await onStaffPage(
        `/en/skranke/laan?borrower=${borrower}`,
        async (page) => {
          await scan(page, copy)
          await largeWords(page, /^Lent until/)
          await page.locator('[data-scan-latest] .alert-warning').waitFor()
          expect(await axeFindings(page)).toEqual([])
          await tabTo(page, '#loans [data-scan-action] button')
          await page.keyboard.press('Enter')
          await largeWords(page, /^Pick-up shelf no\./)
          expect([await holderOf(copy), await isScanFieldFocused(page)]).toEqual([null, true])
          expect(await axeFindings(page)).toEqual([])
        },
        width,
      )
    })

    it.each([1280, 320])('lends all the same with a reason, and waits for the next scan, at %s px', async (width) => {
      const { site } = demoSite()
      const [copy, borrower] = [
        await acquireCopyByHttp(site, { branch: demoMainBranch }),
        await registerBorrowerByHttp(site),
      ]
      await site.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'S', note: null } })
      await onStaffPage(
        `/en/skranke/laan?borrower=${borrower}`,
        async (page) => {
          await scan(page, copy)
          await largeWords(page, 'blocked')
          await page.locator('[name="overrideReason"]').first().waitFor()
          expect(await axeFindings(page)).toEqual([])
          await tabTo(page, '[name="overrideReason"]')
          await page.keyboard.press('Enter')
          await largeWords(page, 'The reason is missing')
          await page.keyboard.type('x'.repeat(81))
          await page.keyboard.press('Enter')
          await largeWords(page, 'The reason cannot be used')
          expect(await axeFindings(page)).toEqual([])
          await page.keyboard.press('Control+A')
          await scan(page, 'The card was seen')
          await largeWords(page, /^Lent until/)
          expect([await holderOf(copy), await isScanFieldFocused(page)]).toEqual([borrower, true])
        },
        width,
      )
    })
  })
})
