import type { Day } from '../../../../domain/values/day'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { readableText } from '../../../fixtures/readable-text'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { borrowerUser, staffUser, type ServedLibrary } from '../http/with-http-server'
import { openAs, openAsBorrower, withSite } from './with-site'

/** Anna has a loan, a history of loans, an internal note, and a note to herself. */
const prepare = async (library: ServedLibrary) => {
  const { send } = library
  const card = { card: '2000000001', pin: '4711' }
  const borrower = await registerBorrowerByHttp(library, { ...card, name: 'Anna <b>Berg</b>' })
  await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
  await send('PUT', `/borrowers/${borrower}/history-consent`, { as: borrowerUser(borrower) })
  const body = { internalNote: 'Kom med en hund', noteToBorrower: 'Husk bilaget' }
  await send('PUT', `/borrowers/${borrower}/notes`, { as: staffUser, headers: { 'If-Match': '"n0"' }, body })
  return { borrower }
}

describe('the page of all data on the borrower who reads it', () => {
  it('shows what is held, in full: why, on what legal basis, until when (GDPR Articles 12, 13, 14 and 15)', () =>
    withSite(prepare, async (site) => {
      for (const language of ['da', 'en'] as const) {
        const { page, borrower } = await openAsBorrower(site, `/${language}/mit/data`)
        const { kinds } = (await site.send('GET', '/me/data', { as: borrowerUser(borrower) })).body
        const text = readableText(page.html)
        for (const [kind, { name, purpose, legalBasis, end }] of listKindsOfData()) {
          for (const part of [name, purpose, end]) expect(text).toContain(part[language])
          if (kinds[kind].status !== 'held' || kind === 'accesses') continue
          expect(page.html).toContain(`<h3 id="${kind}">`)
          expect(text).toContain(legalBasis[language])
        }
        for (const held of ['Anna <b>Berg</b>', 'Kongens Fald', 'Husk bilaget', '2000000001', '52557240'])
          expect(text).toContain(held)
        expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
        expect(page.html).not.toContain('<b>')
      }
    }))

  it('says who has looked from the day after, on which days, and what stays once the day is forgotten', () =>
    withSite(prepare, async (site) => {
      const { browser, page, borrower } = await openAsBorrower(site, '/da/mit/data')
      await site.send('GET', `/borrowers/${borrower}`, { as: staffUser })
      expect(readableText(page.html)).toContain('Dagens åbninger ses fra i morgen.')
      expect(readableText(page.html)).toContain('Til og med i går har ingen på biblioteket åbnet dine oplysninger')
      await moveClockTo(site.runningLibrary, '2026-01-06' as Day)
      const later = readableText((await browser.open('/da/mit/data')).html)
      expect(later).toMatch(/1 dag eller lukket måned, hvor biblioteket har åbnet dem/)
      expect(later).toContain('(kun dagen; måneden, rollen og grunden bliver stående i seks måneder mere)')
    }))

  it('names what staff alone see, and does not tell whether there is any', () =>
    withSite(prepare, async (site) => {
      const { page } = await openAsBorrower(site, '/da/mit/data')
      const text = readableText(page.html)
      expect(text).not.toContain('hund')
      expect(text).toMatch(/Det vises ikke her.*Intern note.*Det har biblioteket ikke om dig/)
    }))

  it('has a table of contents that leads to each kind of which something is held, and repeats no id', () =>
    withSite(prepare, async (site) => {
      const { html } = (await openAsBorrower(site, '/da/mit/data')).page
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
      for (const link of [...links, ...[...html.matchAll(/labelledby="([^"]+)"/g)].map(([, id]) => id)])
        expect(ids).toContain(link)
      expect(links).toEqual(expect.arrayContaining(['loans', 'loanHistory', 'noteToBorrower', 'rights']))
    }))

  it('gives everything as a file that other systems read (GDPR Article 20), to its borrower alone', () =>
    withSite(prepare, async (site) => {
      const { page: file, borrower, browser } = await openAsBorrower(site, '/da/mit/data/hent')
      const exported = (await site.send('GET', '/me/data', { as: borrowerUser(borrower) })).body
      expect(JSON.parse(file.html)).toEqual(exported)
      expect(file.headers.get('content-disposition')).toBe('attachment; filename="borrower-data.json"')
      expect(file.headers.get('cache-control')).toBe('no-store')
      await browser.open('/da/mit/data')
      await browser.submit('/da/log-ud')
      expect((await browser.open('/da/mit/data/hent')).url.pathname).toBe('/da/log-ind')
      const staff = site.openBrowser()
      expect((await openAs(staff, 'demo-staff', '/da/mit/data/hent')).status).toBe(403)
    }))

  it('has a page to print or to read aloud, on which nothing is folded', () =>
    withSite(prepare, async (site) => {
      const { page } = await openAsBorrower(site, '/en/mit/data/udskrift')
      expect(page.html).not.toContain('<details')
      const headings = [...page.html.matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => id)
      expect(headings).toEqual(listKindsOfData().map(([kind]) => kind))
    }))

  it('says who corrects what and where (GDPR Article 16), and how to restrict, object and complain (18, 21, 77)', () =>
    withSite(prepare, async (site) => {
      const { page } = await openAsBorrower(site, '/da/mit/data')
      const text = readableText(page.html)
      expect(text).toMatch(/Du kan selv ændre .*Telefon, E-mail/)
      expect(text).toMatch(/Personalet retter .*CPR-nummer, Navn/)
      for (const article of ['artikel 16', 'artikel 17', '18 og 21', '12 til 14 og 77', 'Datatilsynet'])
        expect(text).toContain(article)
      expect(page.html).toContain('href="/da/kontakt"')
    }))

  it('stops the loan history: only the log holds it, which the borrower can download until the month is closed (GDPR Article 7(3))', () =>
    withSite(prepare, async (site) => {
      const { browser, borrower } = await openAsBorrower(site, '/da/mit/data')
      const page = await browser.submit('Stop historikken')
      expect(readableText(page.html)).toContain('Historikken er stoppet')
      const { kinds } = (await site.send('GET', '/me/data', { as: borrowerUser(borrower) })).body
      expect(kinds.loanHistory).toMatchObject({ status: 'nothing', data: null })
      expect(kinds.loanHistory.entries.at(-1).event).toBe('HistoryConsentWithdrawn')
      await moveClockTo(site.runningLibrary, '2026-02-01' as Day)
      const later = (await site.send('GET', '/me/data', { as: borrowerUser(borrower) })).body
      expect(later.kinds.loanHistory).toMatchObject({ status: 'nothing', entries: [] })
      expect(page.html).not.toContain('name="_form" value="stopHistory"')
    }))

  it('is for borrowers with a session alone', () =>
    withSite(prepare, async (site) => {
      expect((await site.openBrowser().open('/da/mit/data')).url.pathname).toBe('/da/log-ind')
      expect((await openAs(site.openBrowser(), 'demo-staff', '/da/mit/data')).status).toBe(403)
    }))
})
