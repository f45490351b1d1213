import type { Page } from 'playwright-core'
import { axeFindings } from '../fixtures/browser/axe-findings'
import { keyboardFindings } from '../fixtures/browser/keyboard-findings'

/** How a page is looked at. */
export interface Look {
  readonly language: 'da' | 'en'
  /** In CSS pixels: a screen, a telephone, and a screen on which everything is twice as large. */
  readonly width: 1280 | 320 | 640
  readonly hasAxe: boolean
  readonly hasKeyboard: boolean
  readonly isPrinted: boolean
}

/** A page as such: it is in its language, with one heading, and no wider than the screen. */
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

const printFindings = async (page: Page): Promise<ReadonlyArray<string>> => {
  const pdf = await page.pdf({ format: 'A4' })
  const isPrinted = pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 5000
  return isPrinted ? [] : [`it cannot be printed: ${String(pdf.length)} bytes`]
}

/** What is wrong with the page that a browser shows. */
export const findingsOnPage = async (page: Page, look: Look): Promise<ReadonlyArray<string>> => [
  ...(await documentFindings(page, look.language)),
  ...(look.hasAxe ? await axeFindings(page) : []),
  ...(look.hasKeyboard ? await keyboardFindings(page) : []),
  ...(look.isPrinted ? await printFindings(page) : []),
]

/** Whether axe reads each page in every look that asks for it (`npm run test:browser`). */
const isWholeRun = process.env['BROWSER_WHOLE'] !== undefined

/**
 * The looks at the next page. The first two ask axe to read the page: it takes a second each time, so it reads one page in
 * the first look and the next page in the second one, unless the run is whole.
 */
export const alternateAxe = (looks: ReadonlyArray<Look>): (() => ReadonlyArray<Look>) => {
  let pages = 0
  return () => {
    pages += 1
    return looks.map((look, at) => ({ ...look, hasAxe: look.hasAxe && (isWholeRun || at === pages % 2) }))
  }
}
