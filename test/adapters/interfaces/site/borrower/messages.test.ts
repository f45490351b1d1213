import { levyFee } from '../../../../promises/lending-steps'
import type { ServedLibrary } from '../../http/with-http-server'
import { openAsBorrower, withSite } from '../with-site'

const annaWithFee = async (library: ServedLibrary) => {
  const { borrower } = await levyFee(library, { name: 'Anna Berg' })
  return { borrower }
}

describe('the messages page of a borrower', () => {
  it('shows what each message said, and on which day it is forgotten, in both languages', () =>
    withSite(annaWithFee, async (site) => {
      const { browser, page: danish } = await openAsBorrower(site, '/da/mit/beskeder')
      expect(danish.html).toMatch(/<dt>Om<\/dt><dd>afleveringsdag, der nærmer sig<\/dd>/)
      expect(danish.html).toMatch(/Glemmes<\/dt><dd><time datetime="2026-03-02"/)
      expect(danish.html).toContain('Læs beskeden')
      expect((await browser.open('/en/mit/beskeder')).html).toMatch(/<dt>About<\/dt><dd>a due day that comes<\/dd>/)
    }))

  it('says of a cursor that it did not give that it is wrong', () =>
    withSite(annaWithFee, async (site) => {
      expect((await openAsBorrower(site, '/da/mit/beskeder?efter=abc')).page.status).toBe(400)
    }))
})
