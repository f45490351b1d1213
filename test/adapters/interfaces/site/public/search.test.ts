import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { acquireCopyByHttp } from '../../http/http-steps'
import type { ServedLibrary } from '../../http/with-http-server'
import { withSite } from '../with-site'

const titles = async (library: ServedLibrary) => {
  await acquireCopyByHttp(library)
  rightOrThrow(await library.runningLibrary.catchUpReadModels())
  return {}
}

describe('the page of the search', () => {
  it('finds titles in both languages, leads to them, and keeps no trace of who searched or for what', () =>
    withSite(titles, async (site) => {
      const browser = site.openBrowser()
      const danish = await browser.open('/da/soeg?q=kong+jensen')
      expect(danish.html).toMatch(
        /<a href="\/da\/titel\/52557240">Kongens Fald<\/a>, Johannes V\. Jensen \(titelnummer 52557240\)/,
      )
      expect((await browser.open('/en/soeg?q=nothing')).html).toContain('Nothing is found.')
      expect([browser.cookies.size, site.loggedText()]).toEqual([0, ''])
    }))

  it('shows the form alone when nothing is searched for, and refuses a CPR number beside the field', () =>
    withSite(titles, async (site) => {
      const browser = site.openBrowser()
      expect((await browser.open('/da/soeg')).html).not.toContain('Fundet')
      const refused = await browser.open('/da/soeg?q=010158-5000')
      expect(refused.html).toContain('må ikke indeholde et CPR-nummer')
    }))
})
