import type { BrowserContext, Page } from 'playwright-core'
import { demoMainBranch } from '../../adapters/imports/demo/demo-copies'
import { withBranch } from '../../adapters/interfaces/pages/staff/workplace'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser } from '../adapters/interfaces/http/with-http-server'
import { axeFindings } from '../fixtures/browser/axe-findings'
import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests } from './demo-site'

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)

  /** Opens a page of the desk, as a member of staff. */
  const onStaffPage = async (path: string, use: (page: Page) => Promise<void>, width = 1280): Promise<void> => {
    const window: BrowserContext = await demoSite().openWindow('staff', { width })
    const page = await window.newPage()
    await page.goto(`${demoSite().site.url}${withBranch(path, demoMainBranch)}`)
    await use(page)
    await window.close()
  }

  const scan = async (page: Page, code: string): Promise<void> => {
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
  }

  const largeWords = (page: Page, words: string | RegExp) =>
    page.locator('[data-scan-latest] .outcome-words').filter({ hasText: words }).waitFor()

  /** Presses Tab until an element has the focus. */
  const tabTo = async (page: Page, selector: string): Promise<void> => {
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)) return
    }
    throw new Error(`the Tab key does not reach ${selector}`)
  }

  const isScanFieldFocused = (page: Page) =>
    page.evaluate(() => document.activeElement?.matches('[data-scan-field]') ?? false)

  const isInView = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  }

  /** A copy that somebody has on loan. */
  const lentCopy = async () => {
    const { site } = demoSite()
    const copy = await acquireCopyByHttp(site, { branch: demoMainBranch })
    const borrower = await registerBorrowerByHttp(site)
    await lendCopyByHttp(site, copy, borrower)
    return { copy, borrower }
  }

  const holderOf = async (copy: string) =>
    (await demoSite().site.send('GET', `/copies/${copy}/holder`, { as: staffUser })).body.loan?.borrower ?? null

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

    it('empties the field of the card when it is sent: what follows before the next page comes is not added to it', async () => {
      await onStaffPage('/da/skranke/laan', async (page) => {
        await page.keyboard.type('2000000777')
        const sent = await page.evaluate(() => {
          const form = document.querySelector<HTMLFormElement>('form.scan-form') ?? undefined
          return [new FormData(form).get('code'), form?.querySelector<HTMLInputElement>('[data-scan-field]')?.value]
        })
        expect(sent).toEqual(['2000000777', ''])
      })
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
