import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../http/http-steps'
import { staffUser, type ServedLibrary } from '../../http/with-http-server'
import { borrowerOf, openAsBorrower, withSite, type ServedSite } from '../with-site'
import { theOnlyBorrower } from './borrower-page-steps'

/** Anna may reserve two editions, which Bo has on loan, and a periodical. */
const annaAndBo = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library, { name: 'Anna Berg' })
  const bo = await registerBorrowerByHttp(library, { name: 'Bo Holm' })
  for (const [title, name] of [
    ['52557240', 'Kongens Fald'],
    ['52557241', 'Kongens Fald, stor skrift'],
  ])
    await lendCopyByHttp(library, await acquireCopyByHttp(library, { title, name }), bo)
  return { borrower }
}

const reservationsOfAnna = async (site: ServedSite) =>
  (await site.send('GET', `/borrowers/${borrowerOf(site)}`, { as: staffUser })).body.reservations

describe('the reservations of a borrower', () => {
  it('are made by title number, shown with place in the queue and branch, changed, and cancelled', () =>
    withSite(annaAndBo, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/reserveringer')
      const made = await browser.submit('value="reserve"', { title: ' 52557240 ' })
      expect(made.html).toContain('Titlen er reserveret.')
      expect(made.html).toMatch(/Kongens Fald.*Nummer i køen<\/dt><dd>1<.*Hentes på/s)
      const changed = await browser.submit('value="change"', { interestUntil: '2026-03-15' })
      expect(changed.html).toMatch(/Interessedato<\/dt><dd><time[^>]*>15\.03\.2026/)
      const cancelled = await browser.submit('value="cancel"')
      expect(cancelled.html).toContain('Reserveringen er annulleret og glemt.')
      expect(await reservationsOfAnna(site)).toEqual([])
    }))

  it('are made in parallel, and say of which each is one', () =>
    withSite(annaAndBo, async (site) => {
      const { browser } = await openAsBorrower(site, '/en/mit/reserveringer')
      const page = await browser.submit('value="reserveInParallel"', { titles: '52557240\r\n\r\n52557241\r\n' })
      expect(page.html).toContain('The titles are reserved in parallel.')
      expect(page.html).toMatch(/In parallel with<\/dt><dd>Kongens Fald, stor skrift/)
    }))

  it('that are refused keep what was written, and say beside the field what is wrong', () =>
    withSite(annaAndBo, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/reserveringer')
      const page = await browser.submit('value="reserve"', { title: 'Kongens Fald', volume: '2026/3' })
      expect(page.status).toBe(400)
      expect(page.html).toMatch(/id="reserve-title-error">[^<]+</)
      expect(page.html).toMatch(/aria-invalid="true"[^>]*value="Kongens Fald"/)
      expect(page.html).toContain('value="2026/3"')
      expect(await reservationsOfAnna(site)).toEqual([])
      const twice = await browser.submit('value="reserve"', { title: '99999999' })
      expect(twice.html).toContain('Titlen findes ikke')
    }))

  it('say to a borrower who can reserve nothing why, and the way out', () =>
    withSite(annaAndBo, async (site) => {
      const free = (await openAsBorrower(site, '/da/mit/reserveringer')).page
      expect(free.html).not.toContain('Du kan ikke reservere')
      const body = { reason: 'W', note: null }
      await site.send('POST', `/borrowers/${borrowerOf(site)}/blocks`, { as: staffUser, body })
      const { browser, page } = await openAsBorrower(site, '/da/mit/reserveringer')
      const wayOut = 'Vis dit sundhedskort på biblioteket, så kan du reservere og låne.'
      expect(page.html).toContain(wayOut)
      expect(page.html).not.toContain('du skylder for meget')
      const refused = await browser.submit('value="reserve"', { title: '52557240' })
      expect([refused.status, refused.html]).toEqual([422, expect.stringContaining(wayOut)])
      expect(refused.html).toContain('Du er blokeret. Øverst på siden står hvorfor, og hvad du kan gøre.')
      expect(refused.html).not.toContain('Låneren')
    }))

  it('that are refused speak to the borrower, who has the title already', () =>
    withSite(annaAndBo, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/reserveringer')
      await browser.submit('value="reserve"', { title: '52557240' })
      const again = await browser.submit('value="reserve"', { title: '52557240' })
      expect([again.status, again.html.includes('Du har allerede reserveret titlen.')]).toEqual([409, true])
      const parallel = await browser.submit('value="reserveInParallel"', { titles: '52557241\n52557240' })
      expect(parallel.html).toContain('Titel nr. 2: Du har allerede reserveret titlen.')
      for (const { html } of [again, parallel]) expect(html).not.toContain('Låneren')
    }))

  it('begin at a title, also for somebody who must log in first', () =>
    withSite(annaAndBo, async (site) => {
      const { page } = await openAsBorrower(site, '/da/mit/reserveringer?titel=52557240')
      expect(page.url.search).toBe('?titel=52557240')
      expect(page.html).toMatch(/<p>Kongens Fald<\/p>.*value="52557240"/s)
    }))

  it('of somebody else are neither changed nor cancelled', () =>
    withSite(annaAndBo, async (site) => {
      const bo = theOnlyBorrower(site, 'Bo Holm')
      await acquireCopyByHttp(site, { title: '52557299', name: 'Bos Bog', branch: 'DK-785101' })
      const body = { borrower: bo }
      const { reservation } = (await site.send('POST', '/titles/52557299/reservations', { as: staffUser, body })).body
      const { browser } = await openAsBorrower(site, '/da/mit/reserveringer')
      await browser.submit('value="reserve"', { title: '52557240' })
      const page = await browser.submit('value="cancel"', { of: String(reservation), title: '52557299' })
      expect(page.status).toBe(403)
      expect(page.html).not.toContain('Bos Bog')
    }))
})
