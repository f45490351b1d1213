import type { BrowserContext, Page } from 'playwright-core'
import { demoMainBranch } from '../../adapters/imports/demo/demo-copies'
import { withBranch } from '../../adapters/interfaces/pages/staff/workplace'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser } from '../adapters/interfaces/http/with-http-server'
import type { demoSiteDuringTests } from './demo-site'

/** What tests do at the pages of the desk, by keyboard alone. */
export const staffSteps = (demoSite: ReturnType<typeof demoSiteDuringTests>) => {
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

  let cards = 2_190_000_000

  const borrowerWithCard = async () => {
    const card = String((cards += 1))
    return { card, borrower: await registerBorrowerByHttp(demoSite().site, { card, homeBranch: demoMainBranch }) }
  }

  const copyOnShelf = () => acquireCopyByHttp(demoSite().site, { branch: demoMainBranch })

  const holderOf = async (copy: string) =>
    (await demoSite().site.send('GET', `/copies/${copy}/holder`, { as: staffUser })).body.loan?.borrower ?? null

  return {
    onStaffPage,
    scan,
    largeWords,
    tabTo,
    isScanFieldFocused,
    isInView,
    lentCopy,
    borrowerWithCard,
    copyOnShelf,
    holderOf,
  }
}
