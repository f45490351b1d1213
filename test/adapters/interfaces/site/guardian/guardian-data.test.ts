import { guardianBody, guardianshipOf, registerChildByHttp, registerGuardianByHttp } from '../../http/guardian-steps'
import type { ServedLibrary } from '../../http/with-http-server'
import { openAs, withSite } from '../with-site'

/** A guardian who is no borrower, and the child. */
const guardianOfChild = async (library: ServedLibrary) => {
  const child = await registerChildByHttp(library, { name: 'Bo Barn' })
  await registerGuardianByHttp(library, child)
  return { guardianship: await guardianshipOf(library, child) }
}

describe('the page with the data of a guardian', () => {
  it('is for a guardian who is no borrower: what is held, why, on what basis and until when, in both languages', () =>
    withSite(guardianOfChild, async (site) => {
      const browser = site.openBrowser()
      const { html } = await openAs(browser, 'demo-guardian', '/da/mit/boern/data')
      const { name, cpr, contact } = guardianBody
      for (const text of [name, cpr, contact.address, '+4587654321', 'vera@example.org', 'november 2025', 'Bo Barn'])
        expect(html).toContain(text)
      for (const text of ['Hvorfor', 'Retsgrundlag', 'Glemmes', 'ved udgangen af måneden efter'])
        expect(html).toContain(text)
      const english = (await browser.open('/en/mit/boern/data')).html
      for (const text of ['Your data as a guardian', 'Legal basis', 'Guardian of']) expect(english).toContain(text)
    }))

  it('gives the same as a file to download, and is linked from the page of the children', () =>
    withSite(guardianOfChild, async (site) => {
      const browser = site.openBrowser()
      const { html } = await openAs(browser, 'demo-guardian', '/da/mit/boern')
      expect(html).toContain('href="/da/mit/boern/data"')
      expect((await browser.open('/da/mit/boern/data')).html).toContain('href="/da/mit/boern/data/hent"')
      const file = await browser.open('/da/mit/boern/data/hent')
      expect(file.headers.get('content-disposition')).toContain('guardian-data.json')
      expect(JSON.parse(file.html)).toMatchObject({
        guardianships: [{ child: { name: 'Bo Barn' }, kinds: { guardian: { data: { name: guardianBody.name } } } }],
      })
    }))
})
