import type { ShortTermStore } from '../../../../../domain/ports/short-term-store'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../http/http-steps'
import type { ServedLibrary } from '../../http/with-http-server'
import { borrowerOf, openAs, openAsBorrower, withSite } from '../with-site'

/** Anna has one of two copies on loan; and there is a periodical. */
const titles = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library, { name: 'Anna Berg' })
  const copies = [await acquireCopyByHttp(library), await acquireCopyByHttp(library), await acquireCopyByHttp(library)]
  await lendCopyByHttp(library, copies[0]!, borrower)
  await acquireCopyByHttp(library, { title: '52557299', name: 'Månedens Blad', volume: '2026/3' })
  rightOrThrow(await library.runningLibrary.catchUpReadModels())
  return { borrower }
}

describe('the page of a title', () => {
  it('shows where copies are, in both languages, and nothing of who has them', () =>
    withSite(titles, async (site) => {
      const browser = site.openBrowser()
      const danish = await browser.open('/da/titel/52557240')
      expect(danish.html).toMatch(/Kongens Fald.*Johannes V\. Jensen/s)
      expect(danish.html).toMatch(/Udlånt<\/td><td data-title="Antal">1<.*Hjemme<\/td><td data-title="Antal">2</s)
      expect(danish.html).not.toContain('Anna')
      expect(danish.html).toMatch(/<title>Kongens Fald.*<h1[^>]*>Kongens Fald<\/h1>/s)
      expect(danish.html).toContain('Du bliver bedt om at logge ind, hvis du ikke er logget ind.')
      expect((await browser.open('/en/titel/52557240')).html).toContain('On the shelf')
    }))

  it('asks nobody who they are: it sets no cookie, and reads no session', () =>
    withSite(titles, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit')
      const read: string[] = []
      const store = site.runningLibrary.shortTerm as { get: ShortTermStore['get'] }
      const { get } = store
      store.get = (key) => {
        read.push(key.kind)
        return get(key)
      }
      const page = await browser.open('/da/titel/52557240')
      store.get = get
      expect([page.status, read, page.headers.getSetCookie()]).toEqual([200, [], []])
      expect(page.html).toContain('Denne side ved ikke, hvem der læser den, heller ikke om du er logget ind.')
      expect(page.html).toContain('<a href="/da/mit">Mit bibliotek</a>')
      expect(page.html).not.toContain('Log ind')
      expect(site.loggedText()).not.toContain('52557240')
    }))

  it('leads through the log-in to the form that reserves it, with the volume that was chosen', () =>
    withSite(titles, async (site) => {
      const browser = site.openBrowser()
      const { html } = await browser.open('/da/titel/52557299')
      const path = /href="(\/da\/mit\/reserveringer\?[^"]*bind=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
      await openAs(browser, borrowerOf(site), path)
      const page = await browser.submit('value="reserve"')
      expect(page.html).toMatch(/Titlen er reserveret\..*Månedens Blad.*Bind eller hæfte<\/dt><dd>2026\/3/s)
    }))

  it('says of a title that the library does not have, or of what is no title number, that there is none', () =>
    withSite(titles, async (site) => {
      const browser = site.openBrowser()
      expect((await browser.open('/da/titel/99999999')).status).toBe(404)
      expect((await browser.open('/da/titel/abc')).status).toBe(404)
    }))
})
