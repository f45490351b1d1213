import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests } from './demo-site'
import { findingsOnPage, alternateAxe, type Look } from './look-at-page'
import { onePageForEachRoleAndWidth, type PageOfWindow } from './page-of-window'
import { addressOf, pagesUnderTest, type PageUnderTest } from './pages-under-test'

/** Axe reads a page in both languages and on a telephone, a keyboard goes through it once, and it is printed once. */
const looks: ReadonlyArray<Look> = [
  { language: 'da', width: 1280, hasAxe: true, hasKeyboard: true, isPrinted: true },
  { language: 'en', width: 320, hasAxe: true, hasKeyboard: false, isPrinted: false },
  { language: 'da', width: 640, hasAxe: false, hasKeyboard: false, isPrinted: false },
]

/** Opens a page, and answers what is wrong with it. */
const findingsOf = async (
  { page, takeErrors }: PageOfWindow,
  url: string,
  look: Look,
): Promise<ReadonlyArray<string>> => {
  const answer = await page.goto(url)
  const body = (await answer?.body())?.length ?? 0
  return [
    ...(answer?.status() === 200 ? [] : [`the status is ${String(answer?.status())}`]),
    ...(page.url() === url ? [] : [`it leads to ${page.url()}`]),
    ...(body > 0 ? [] : ['it is empty']),
    ...(await findingsOnPage(page, look)),
    ...takeErrors(),
  ]
}

const titleOf = ({ role, path, needsBranch }: PageUnderTest): string =>
  `${path} for ${role}${needsBranch ? ' at a branch' : ''}`

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)
  const nextLooks = alternateAxe(looks)
  const pageFor = onePageForEachRoleAndWidth((role, width) => demoSite().openWindow(role, { width }))

  describe('every page is accessible in both languages, on a screen, on a telephone and twice as large, and can be printed', () => {
    it.each(pagesUnderTest.map((page) => [titleOf(page), page] as const))('%s', async (_title, pageUnderTest) => {
      const { site } = demoSite()
      const address = addressOf(site.runningLibrary, pageUnderTest)
      const findings: string[] = []
      for (const look of nextLooks()) {
        const page = await pageFor(pageUnderTest.role, look.width)
        for (const finding of await findingsOf(page, `${site.url}/${look.language}${address}`, look))
          findings.push(`${look.language} at ${String(look.width)} px: ${finding}`)
      }
      expect(findings).toEqual([])
    })
  })
})
