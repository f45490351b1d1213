import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { administratorUser, borrowerUser, staffUser } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { largeWords, moveClock, openStaffPage, withStaffPages } from './staff-page-steps'
import { openAs, type ServedSite } from './with-site'

const branch = 'branch=DK-785100'

/** Registers a borrower and opens the record at the desk. */
const openRecord = async (site: ServedSite, browser: HttpBrowser, person: object = {}, language = 'da') => {
  const borrower = await registerBorrowerByHttp(site, { name: 'Anna Berg', card: '2000000777', ...person })
  await openStaffPage(browser, `/${language}/skranke/laaner`)
  const page = await browser.submit('name="code"', { code: '2000000777' })
  return { borrower, page }
}

const overviewOf = async ({ send }: ServedSite, borrower: string) =>
  (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body

describe('the record of a borrower at the desk', () => {
  it('is opened by a card and counts as looked at once a day', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const { borrower, page } = await openRecord(site, browser)
      expect([page.status, page.url.pathname]).toEqual([200, `/da/skranke/laaner/${borrower}`])
      expect(page.html).toContain('Anna Berg')
      expect(page.html).toContain('<li>2000000777</li>')
      expect(page.html).toContain('Når en måned er slut, noterer biblioteket halvåret')
      expect(page.html).toContain('Låneren kan fra i morgen se, at personalet har åbnet oplysningerne i dag.')
      await lendCopyByHttp(site, copy, borrower)
      expect((await browser.open(`/da/skranke/laaner/${borrower}?${branch}`)).html).toContain(`>${copy}</td>`)
      await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-01-06' } })
      const { data } = (await site.send('GET', '/me/data', { as: borrowerUser(borrower) })).body.kinds.accesses
      expect(data.lookedAtOnDays).toMatchObject([{ day: '2026-01-05', opened: 'record' }])
    }))

  it('is found by name, and the search alone opens nothing', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await registerBorrowerByHttp(site, { name: 'Åse Marie Ørsted', birthDate: '1971-02-03' })
      await openStaffPage(browser, '/en/skranke/laaner')
      const { html, url } = await browser.submit('name="name"', { name: 'åse ø' })
      expect(html).toContain(`href="/en/skranke/laaner/${borrower}?${branch}"`)
      expect(html).toMatch(/name="name"[^>]*value="åse ø"/)
      expect([...html.matchAll(/<(\w+)[^>]* data-focus/g)].map(([, tag]) => tag)).toEqual(['h2'])
      expect([url.search.includes('se'), html.includes('3 Feb 1971')]).toEqual([false, true])
      const short = await browser.submit('name="name"', { name: 'å' })
      expect([short.status, short.html.includes('must have at least 3 letters')]).toEqual([400, true])
      expect(short.html).toContain('value="å"')
      expect(short.html).not.toContain('data-outcome="refuse"><p class="outcome-words">Wrong number')
      const [, waiting] = [await browser.open('/en'), await site.runningLibrary.shortTerm.countOfSubject(borrower)()]
      expect(waiting).toMatchObject({ right: 0 })
    }))

  it('is not looked for at a wrong address, and nothing is said of a form', () =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/da/skranke/laaner')
      const { status, html } = await browser.open(`/da/skranke/laaner/anna?${branch}`)
      expect([status, html.includes('Adressen er ikke rigtig')]).toEqual([400, true])
      expect(html).not.toContain('Formularen')
    }))

  it('names the borrower at the head of each of its pages, by the number alone while the name is protected', () =>
    withStaffPages(async (site, browser) => {
      await acquireCopyByHttp(site)
      const { borrower } = await openRecord(site, browser)
      const { number } = (await overviewOf(site, borrower)).record
      const headsOf = (pages: ReadonlyArray<string>) =>
        Promise.all(
          pages.map(async (page) => {
            const { html } = await browser.open(`/da/skranke/laaner/${borrower}${page}?${branch}`)
            return /class="borrower-head"><p><strong>([^<]*)/.exec(html)?.[1]
          }),
        )
      const pages = ['', '/mellemvaerende', '/ret', '/vaerge', '/beskeder', '/privatliv']
      expect(await headsOf(pages)).toEqual(pages.map(() => `Anna Berg, lånernummer ${String(number)}`))
      const body = { protection: 'nameAndAddress', reason: 'Ønske' }
      await site.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
      expect(await headsOf(pages)).toEqual(pages.map(() => `Lånernummer ${String(number)}`))
    }))

  it('withholds a protected name and address until staff write why', () =>
    withStaffPages(async (site, browser) => {
      const contact = {
        ...{ careOf: null, address: 'Hemmelig Vej 7', phones: [], mobileForNotices: null },
        ...{ emails: [], emailForNotices: null },
      }
      const { borrower } = await openRecord(site, browser, { name: 'Berta Beskyttet', contact })
      const body = { protection: 'nameAndAddress', reason: 'Ønske' }
      await site.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
      const page = await browser.open(`/da/skranke/laaner/${borrower}?${branch}`)
      expect(page.html).toContain('Navn og adresse er beskyttet')
      expect([page.html.includes('Berta'), page.html.includes('Hemmelig'), page.html.includes('\0')]).toEqual(
        Array(3).fill(false),
      )
      const refused = await browser.submit('Åbn beskyttet', { reason: '' })
      expect([refused.status, refused.html.includes('Berta')]).toEqual([400, false])
      const opened = await browser.submit('Åbn beskyttet', { reason: 'Et brev skal sendes' })
      expect([opened.html.includes('Berta Beskyttet'), opened.html.includes('Hemmelig Vej 7')]).toEqual([true, true])
      expect((await browser.open(`/da/skranke/laaner/${borrower}?${branch}`)).html).not.toContain('Berta')
    }))

  it('sets and lifts blocks, and keeps notes', () =>
    withStaffPages(async (site, browser) => {
      const { borrower } = await openRecord(site, browser)
      const unchosen = await browser.submit('name="note"')
      expect([unchosen.status, (await overviewOf(site, borrower)).blocks]).toEqual([400, []])
      expect(unchosen.html).toMatch(/id="block-reason-error">Vælg en årsag<.*<select[^>]*aria-invalid="true"/s)
      const blocked = await browser.submit('name="note"', { reason: 'U', note: 'Støjede' })
      expect([blocked.html.includes('Låneren er blokeret.'), blocked.html.includes('U: udelukket')]).toEqual([
        true,
        true,
      ])
      await browser.submit('Ophæv')
      const noted = await browser.submit('internalNote', { internalNote: 'Spørg om briller', noteToBorrower: '' })
      expect(noted.html).toContain('Noterne er gemt.')
      expect(await overviewOf(site, borrower)).toMatchObject({
        ...{ blocks: [], internalNote: 'Spørg om briller', noteToBorrower: null },
      })
      const stale = await browser.submit('internalNote', { internalNote: 'Andet', etag: 'n0' })
      expect([stale.status, stale.html.includes('Andet')]).toEqual([412, true])
    }))

  it('reserves a title to be picked up here, and cancels it', () =>
    withStaffPages(async (site, browser) => {
      const { borrower } = await openRecord(site, browser)
      const unknown = await browser.submit('inputmode="numeric"', { title: '52557240' })
      expect([unknown.status, unknown.html.includes('value="52557240"')]).toEqual([404, true])
      const malformed = await browser.submit('inputmode="numeric"', { title: 'Kongens Fald' })
      expect([malformed.status, malformed.html.includes('value="Kongens Fald"')]).toEqual([400, true])
      expect((await overviewOf(site, borrower)).reservations).toEqual([])
    }))

  it('reserves the title of a copy by its number, and says which title and which place in the queue', () =>
    withStaffPages(async (site, browser) => {
      const { borrower } = await openRecord(site, browser)
      const copy = await acquireCopyByHttp(site)
      const { html } = await browser.submit('inputmode="numeric"', { title: ` ${copy} ` })
      expect(html).toMatch(/role="status"[^>]*>Reserveret, til afhentning her: <strong>Kongens Fald<\/strong>/)
      expect(html).toContain('(nr. i køen: 1)</p>')
      expect(html).toContain('href="/da/soeg"')
      expect((await overviewOf(site, borrower)).reservations).toMatchObject([{ title: '52557240' }])
    }))

  it('reserves and renews all the same with a reason, where staff may', () =>
    withStaffPages(async (site, browser) => {
      const { borrower } = await openRecord(site, browser)
      await acquireCopyByHttp(site, { title: '52557246' })
      await site.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'S', note: null } })
      const refused = await browser.submit('inputmode="numeric"', { title: '52557246' })
      expect([refused.status, refused.html.includes('Den glemmes sammen med reserveringen.')]).toEqual([422, true])
      const empty = await browser.submit('overrideReason', { title: '52557246', overrideReason: '' })
      expect([empty.status, empty.html.includes('<p class="alert-heading">Begrundelsen mangler')]).toEqual([422, true])
      expect(empty.html).toMatch(/overrideReason-error">Skriv, hvorfor du går videre/)
      const reserved = await browser.submit('overrideReason', { title: '52557246', overrideReason: 'Kortet er set' })
      expect(reserved.status).toBe(200)
      expect((await overviewOf(site, borrower)).reservations).toHaveLength(1)
      const { kinds } = (await site.send('GET', `/borrowers/${borrower}/data`, { as: staffUser })).body
      expect(kinds.overrides.data.reservationOverrides).toMatchObject([{ reason: 'Kortet er set' }])
    }))

  it('names the title of a loan whose renewal is refused', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site, { title: '52557241', name: 'Den lange Rejse' })
      const { borrower } = await openRecord(site, browser)
      await lendCopyByHttp(site, copy, borrower)
      await moveClock(site, '2026-01-20')
      const other = await registerBorrowerByHttp(site)
      await site.send('POST', '/titles/52557241/reservations', { as: staffUser, body: { borrower: other } })
      await browser.open(`/da/skranke/laaner/${borrower}?${branch}`)
      const refused = await browser.submit('value="renew"')
      expect(/role="alert" data-focus(.*?)<\/div>/s.exec(refused.html)?.[1]).toContain(
        'Den lange Rejse: Andre har reserveret materialet.',
      )
    }))

  it('says why somebody who owes is not erased, in a box that stands open', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const { borrower } = await openRecord(site, browser)
      await lendCopyByHttp(site, copy, borrower)
      await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-02-15' } })
      await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: 'DK-785100' } })
      const refused = await browser.submit('value="erase"')
      expect(refused.status).toBe(409)
      expect(refused.html).toMatch(/<details open(?:="")?>(?:(?!<details).)*role="alert" data-focus/s)
    }))

  it('is refused to others than staff, and an unknown one is named so', () =>
    withStaffPages(async (site, browser) => {
      const { borrower } = await openRecord(site, browser)
      const unknown = await browser.open(`/da/skranke/laaner/5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33?${branch}`)
      expect([unknown.status, unknown.html.includes('Låneren findes ikke.')]).toEqual([404, true])
      const page = await openAs(
        ...([site.openBrowser(), 'demo-auditor', `/da/skranke/laaner/${borrower}?${branch}`] as const),
      )
      expect([page.status, page.html.includes('Anna')]).toEqual([403, false])
      await browser.open(`/da/skranke/laaner?${branch}`)
      expect(largeWords((await browser.submit('name="code"', { code: '1' })).html)).toBe('Låneren findes ikke.')
    }))
})
