import type { Browser } from 'playwright-core'
import { openBrowserWindow } from '../../fixtures/browser/open-browser-window'
import { exampleOfPolicyFile } from '../../../adapters/stores/policy-file/example-of-policy-file'
import { borrowerOf, withSite, type ServedSite } from '../../adapters/interfaces/site/with-site'
import type { HttpBrowser } from '../../adapters/interfaces/site/http-browser'
import { firstDayOfPicture, prepareBorrowerOfPicture } from './pictured-borrower'
import { sha256, type Fingerprint } from './picture-files'

/** The page of the picture, in the language that most readers of the README read. */
const pagePath = '/en/mit/data'

/** In CSS pixels, which are the pixels of the picture. */
const pictureSize = { width: 1120, height: 960 }

/** The page of an invented borrower, served for a picture. */
export interface PicturedPage {
  /** The same for each library that the same version of the site serves. */
  readonly fingerprint: Fingerprint
  /** A PNG of the beginning of the page. */
  readonly takePicture: (chromium: Browser) => Promise<Buffer>
}

/** What differs each time that a page is made: tokens and keys of its forms, the end of the session, and ids. */
const varyingTexts: ReadonlyArray<RegExp> = [
  /(?<=name="_(?:token|key)" value=")[^"]*/g,
  /(?<=data-session-ends-at=")[^"]*/g,
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
]

const withoutVaryingTexts = (html: string): string =>
  varyingTexts.reduce((text, pattern) => text.replace(pattern, ''), html)

const styleSheetsOf = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, address = '']) => address)

const fingerprintOf = async (browser: HttpBrowser): Promise<Fingerprint> => {
  const { html, status } = await browser.open(pagePath)
  if (status !== 200) throw new Error(`${pagePath} was answered with ${String(status)}`)
  const parts: Record<string, string> = { [pagePath]: sha256(withoutVaryingTexts(html)) }
  for (const address of styleSheetsOf(html)) parts[address] = sha256((await browser.open(address)).html)
  return parts
}

const takePictureOf =
  (site: ServedSite, { cookies }: HttpBrowser): PicturedPage['takePicture'] =>
  async (chromium) => {
    const window = await openBrowserWindow(chromium, { locale: 'en-GB', viewport: pictureSize })
    try {
      await window.addCookies([...cookies].map(([name, value]) => ({ name, value, url: site.url })))
      const page = await window.newPage()
      await page.goto(`${site.url}${pagePath}`, { waitUntil: 'networkidle' })
      return await page.screenshot()
    } finally {
      await window.close()
    }
  }

/** Serves the page of all data on an invented borrower, in a new library. */
export const withPicturedPage = <A>(use: (page: PicturedPage) => Promise<A>): Promise<A> =>
  withSite(
    prepareBorrowerOfPicture,
    async (site) => {
      const browser = await site.openBrowserOf({ role: 'borrower', subject: borrowerOf(site) })
      return use({ fingerprint: await fingerprintOf(browser), takePicture: takePictureOf(site, browser) })
    },
    { startOn: firstDayOfPicture, policyFile: { path: 'policy.json', text: exampleOfPolicyFile } },
  )
