import { axeFindings } from '../fixtures/browser/axe-findings'
import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests } from './demo-site'
import { staffSteps } from './staff-steps'

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)
  const { onStaffPage, scan, largeWords, tabTo, isScanFieldFocused, isInView, lentCopy, holderOf } =
    staffSteps(demoSite)

  describe('the desk in a browser, by keyboard alone', () => {
    it.each([1280, 320])('undoes a return beside its scan, and waits for the next scan, at %s px', async (width) => {
      const { copy, borrower } = await lentCopy()
      await onStaffPage(
        '/da/skranke/aflever',
        async (page) => {
          await scan(page, copy)
          await largeWords(page, 'På hylden')
          expect(await holderOf(copy)).toBeNull()
          expect(await axeFindings(page)).toEqual([])
          await tabTo(page, '[data-scan-latest] [data-scan-action] button')
          await page.keyboard.press('Enter')
          await largeWords(page, 'Afleveringen er fortrudt')
          expect([await holderOf(copy), await isScanFieldFocused(page)]).toEqual([borrower, true])
          expect(await page.locator('[data-scan-lines] > li').count()).toBe(2)
          expect(await page.locator('[data-scan-action]').count()).toBe(0)
          expect(await axeFindings(page)).toEqual([])
        },
        width,
      )
    })

    it.each([640, 320])(
      'brings what became of a scan into view, and keeps the focus in the field, at %s px',
      async (width) => {
        const { copy } = await lentCopy()
        await onStaffPage(
          '/da/skranke/aflever',
          async (page) => {
            await page.setViewportSize({ width, height: 400 })
            await page.evaluate(() => scrollTo(0, 0))
            await scan(page, copy)
            await largeWords(page, 'På hylden')
            expect(await page.locator('[data-scan-latest] .outcome-words').evaluate(isInView)).toBe(true)
            expect(await isScanFieldFocused(page)).toBe(true)
          },
          width,
        )
      },
    )
  })
})
