import type { BrowserContext, Page } from 'playwright-core'
import { axeFindings } from '../fixtures/browser/axe-findings'
import { keyboardFindings } from '../fixtures/browser/keyboard-findings'
import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests, type SiteRole } from './demo-site'
import { addressOf, pagesUnderTest, type PageUnderTest } from './pages-under-test'

/** What is wrong with a page as such: it is found, in its language, with one heading, and without errors of the browser. */
const documentFindings = async (page: Page, language: string): Promise<ReadonlyArray<string>> => {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    untitled: document.title.length < 5,
  }))
  return [
    ...(found.lang === language ? [] : [`the language is ${found.lang}`]),
    ...(found.headings === 1 ? [] : [`${String(found.headings)} headings of the first level`]),
    ...(found.overflow > 0 ? [`it is ${String(found.overflow)} px wider than the screen`] : []),
    ...(found.untitled ? ['it has no title'] : []),
  ]
}

/** How a page is looked at: axe reads it in both languages and on a telephone, a keyboard goes through it once, and it is printed once. */
interface Look {
  readonly language: 'da' | 'en'
  /** In CSS pixels: a screen, a telephone, and a screen on which everything is twice as large. */
  readonly width: 1280 | 320 | 640
  readonly hasAxe: boolean
  readonly hasKeyboard: boolean
  readonly isPrinted: boolean
}

const looks: ReadonlyArray<Look> = [
  { language: 'da', width: 1280, hasAxe: true, hasKeyboard: true, isPrinted: true },
  { language: 'en', width: 320, hasAxe: true, hasKeyboard: false, isPrinted: false },
  { language: 'da', width: 640, hasAxe: false, hasKeyboard: false, isPrinted: false },
]

const printFindings = async (page: Page): Promise<ReadonlyArray<string>> => {
  const pdf = await page.pdf({ format: 'A4' })
  const isPrinted = pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 5000
  return isPrinted ? [] : [`it cannot be printed: ${String(pdf.length)} bytes`]
}

/** Opens a page, and answers what is wrong with it. */
const findingsOf = async (page: Page, url: string, look: Look): Promise<ReadonlyArray<string>> => {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`the browser says: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => errors.push(`a script failed: ${message}`))
  const answer = await page.goto(url)
  const body = (await answer?.body())?.length ?? 0
  return [
    ...(answer?.status() === 200 ? [] : [`the status is ${String(answer?.status())}`]),
    ...(page.url() === url ? [] : [`it leads to ${page.url()}`]),
    ...(body > 0 ? [] : ['it is empty']),
    ...(await documentFindings(page, look.language)),
    ...(look.hasAxe ? await axeFindings(page) : []),
    ...(look.hasKeyboard ? await keyboardFindings(page) : []),
    ...(look.isPrinted ? await printFindings(page) : []),
    ...errors,
  ]
}

const titleOf = ({ role, path, needsBranch }: PageUnderTest): string =>
  `${path} for ${role}${needsBranch ? ' at a branch' : ''}`

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)
  const windows = new Map<string, Promise<BrowserContext>>()
  const windowFor = (role: SiteRole, width: number): Promise<BrowserContext> => {
    const key = `${role} ${String(width)}`
    const open = windows.get(key) ?? demoSite().openWindow(role, { width })
    windows.set(key, open)
    return open
  }

  describe('every page is accessible in both languages, on a screen, on a telephone and twice as large, and can be printed', () => {
    it.each(pagesUnderTest.map((page) => [titleOf(page), page] as const))('%s', async (_title, pageUnderTest) => {
      const { site } = demoSite()
      const address = addressOf(site.runningLibrary, pageUnderTest)
      const findings: string[] = []
      for (const look of looks) {
        const page = await (await windowFor(pageUnderTest.role, look.width)).newPage()
        for (const finding of await findingsOf(page, `${site.url}/${look.language}${address}`, look))
          findings.push(`${look.language} at ${String(look.width)} px: ${finding}`)
        await page.close()
      }
      expect(findings).toEqual([])
    })
  })
})
