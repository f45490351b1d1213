import { waitForReactionsAndReadModels } from '../../../../adapters/interfaces/http/request-handling/wait-for-reactions-and-read-models'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { administratorUser, staffUser } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { largeWords, openStaffPage, outcomeKind, withStaffPages } from './staff-page-steps'
import type { ServedSite } from './with-site'

const cpr = '630280-0000'

/** A borrower with a card, and the page on which copies are lent to them. */
const begin = async (site: ServedSite, browser: HttpBrowser, language = 'da') => {
  const borrower = await registerBorrowerByHttp(site, {
    name: 'Anna Berg',
    card: '2000000777',
    cpr,
    birthDate: undefined,
  })
  await openStaffPage(browser, `/${language}/skranke/laan`)
  await browser.submit('name="code"', { code: '2000000777' })
  return borrower
}

/** The names of the fields in which a page begins. */
const focused = (html: string) =>
  [...html.matchAll(/<input[^>]* autofocus[^>]*>/g)].map(([field]) => / name="(\w+)"/.exec(field)?.[1])

const loansOf = async ({ send }: ServedSite, borrower: string) =>
  (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.loans.filter(
    ({ endedOn }: { endedOn: string | null }) => endedOn === null,
  )

describe('lending at the desk', () => {
  it('begins with the card, the borrower number or the CPR number, none of which stands in the address', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      const { number } = (await site.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.record
      for (const code of ['2000000777', number, cpr, cpr.replace('-', '')]) {
        await browser.open('/da/skranke/laan?branch=DK-785100')
        const { url, html } = await browser.submit('name="code"', { code })
        expect(url.searchParams.get('borrower')).toBe(borrower)
        expect([url.search.includes(code), html.includes(number), html.includes(cpr)]).toEqual([false, true, false])
      }
    }))

  it('lends one copy after another, and shows no whole name', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser, 'en')
      for (const copy of [await acquireCopyByHttp(site), await acquireCopyByHttp(site, { title: '52557241' })]) {
        const { html } = await browser.submit('name="code"', { code: copy })
        expect([largeWords(html), outcomeKind(html)]).toEqual([expect.stringMatching(/^Lent until \d/), 'accept'])
        expect([html.includes('30 days after return'), html.includes('Berg')]).toEqual([true, false])
      }
      expect(await loansOf(site, borrower)).toHaveLength(2)
    }))

  it('says beside the loan that somebody else was waiting for the copy, unless the borrower was', () =>
    withStaffPages(async (site, browser) => {
      const anna = await begin(site, browser, 'en')
      const lendCopyReservedFor = async (borrower: string, title: string) => {
        const copy = await acquireCopyByHttp(site, { title })
        const body = { borrower, pickUpBranch: 'DK-785100' }
        await site.send('POST', `/titles/${title}/reservations`, { as: staffUser, body })
        const { runningLibrary } = site
        rightOrThrow(await waitForReactionsAndReadModels(runningLibrary)(runningLibrary.positionsOfCommands())())
        const { html } = await browser.submit('name="code"', { code: copy })
        return [outcomeKind(html), html.includes('Somebody else was waiting for this copy.')]
      }
      expect(await lendCopyReservedFor(await registerBorrowerByHttp(site), '52557240')).toEqual(['accept', true])
      expect(await lendCopyReservedFor(anna, '52557241')).toEqual(['accept', false])
    }))

  it('refuses in large words, and lends nothing', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      const elsewhere = await acquireCopyByHttp(site)
      await lendCopyByHttp(site, elsewhere, await registerBorrowerByHttp(site))
      const onLoan = await browser.submit('name="code"', { code: elsewhere })
      expect([onLoan.status, largeWords(onLoan.html), outcomeKind(onLoan.html)]).toEqual([
        409,
        'Eksemplaret er udlånt.',
        'refuse',
      ])
      await site.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'U', note: null } })
      const blocked = await browser.submit('name="code"', { code: await acquireCopyByHttp(site) })
      expect([blocked.status, largeWords(blocked.html)]).toEqual([422, 'Låneren er blokeret.'])
      expect(blocked.html).toContain('udelukket')
      expect(await loansOf(site, borrower)).toEqual([])
    }))

  it('lends all the same with a reason where staff may, and says whose eyes the reason is for', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      await site.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'S', note: null } })
      const copy = await acquireCopyByHttp(site)
      const refused = await browser.submit('name="code"', { code: copy })
      expect(refused.html).toContain('Låneren kan læse den. Den glemmes sammen med lånet.')
      const empty = await browser.submit('Udlån alligevel', { overrideReason: ' ' })
      expect([empty.status, largeWords(empty.html)]).toEqual([422, 'Begrundelsen mangler'])
      expect(empty.html).toMatch(/form-error-message" id="[^"]*overrideReason-error">Skriv, hvorfor du går videre/)
      expect(focused(empty.html)).toEqual(['overrideReason'])
      const withCpr = await browser.submit('Udlån alligevel', { overrideReason: `Kender ${cpr}` })
      expect([withCpr.status, withCpr.html.includes('må ikke indeholde et CPR-nummer')]).toEqual([400, true])
      const lent = await browser.submit('Udlån alligevel', { overrideReason: 'Kortet er set' })
      expect([lent.status, largeWords(lent.html)]).toEqual([200, expect.stringMatching(/^Udlånt til \d/)])
      expect(await loansOf(site, borrower)).toHaveLength(1)
    }))

  it('offers no reason where nobody may go on', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      await site.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'O', note: null } })
      const refused = await browser.submit('name="code"', { code: await acquireCopyByHttp(site) })
      expect([refused.status, refused.html.includes('overrideReason')]).toEqual([422, false])
    }))

  it('goes on with the next borrower when another card is scanned, and names what is neither copy nor card', () =>
    withStaffPages(async (site, browser) => {
      await begin(site, browser)
      const next = await registerBorrowerByHttp(site, { card: '2000000888' })
      const { url } = await browser.submit('name="code"', { code: '2000000888' })
      expect(url.searchParams.get('borrower')).toBe(next)
      const { html } = await browser.submit('name="code"', { code: '3999999999' })
      expect([largeWords(html), outcomeKind(html)]).toEqual(['Forkert nummer', 'refuse'])
      expect(html).toContain('Der er hverken et eksemplar eller et kort med dette nummer.')
    }))

  it('undoes a loan of the same day, and says that the copy belongs on the shelf', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      await browser.submit('name="code"', { code: await acquireCopyByHttp(site) })
      const { html, url } = await browser.submit('Fortryd')
      expect([html.includes('Lånet er fortrudt.'), largeWords(html), outcomeKind(html)]).toEqual([
        ...[true, 'På hylden', 'attention'],
      ])
      expect([url.searchParams.get('borrower'), url.searchParams.get('branch')]).toEqual([borrower, 'DK-785100'])
      expect(await loansOf(site, borrower)).toEqual([])
    }))

  it('says where a copy belongs that somebody waits for when its loan is undone', () =>
    withStaffPages(async (site, browser) => {
      await begin(site, browser, 'en')
      const undoLoanOfReservedCopy = async (pickUpBranch: string) => {
        await browser.submit('name="code"', { code: await acquireCopyByHttp(site) })
        const body = { borrower: await registerBorrowerByHttp(site), pickUpBranch }
        await site.send('POST', '/titles/52557240/reservations', { as: staffUser, body })
        const { html } = await browser.submit('Undo')
        return [html.includes('The loan is undone.'), largeWords(html), outcomeKind(html)]
      }
      expect(await undoLoanOfReservedCopy('DK-785100')).toEqual([
        ...[true, expect.stringMatching(/^Pick-up shelf no\. \S+$/), 'attention'],
      ])
      expect(await undoLoanOfReservedCopy('DK-785101')).toEqual([true, 'Send to Harbour Library', 'attention'])
    }))

  it('renews what the borrower has on loan already when it is scanned, or by its button', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      const copy = await acquireCopyByHttp(site)
      await browser.submit('name="code"', { code: copy })
      expect(largeWords((await browser.submit('name="code"', { code: copy })).html)).toBe('Er lånt i dag')
      await site.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-01-31' } })
      await browser.open(`/da/skranke/laan?borrower=${borrower}&branch=DK-785100`)
      const scanned = await browser.submit('name="code"', { code: copy })
      expect([largeWords(scanned.html), outcomeKind(scanned.html)]).toEqual([
        expect.stringMatching(/^Fornyet til \d/),
        'attention',
      ])
      const tooEarly = await browser.submit('Forny')
      expect([tooEarly.status, tooEarly.html.includes('for tidligt at forny')]).toEqual([409, true])
      const renewed = await browser.submit('overrideReason', { overrideReason: 'Rejser i morgen' })
      expect(renewed.html).toMatch(/Lånet er fornyet til \d\d\.\d\d\.2026\./)
    }))

  it('prints a receipt of the day without the name, and without the number of the borrower', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await begin(site, browser)
      await browser.submit('name="code"', { code: await acquireCopyByHttp(site) })
      const { html } = await browser.open(`/da/skranke/kvittering/${borrower}?branch=DK-785100`)
      const { number } = (await site.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.record
      expect(html).toContain('Kongens Fald')
      expect([html.includes('Anna'), html.includes(number)]).toEqual([false, false])
    }))

  it('finds nobody under a number that nobody has, or that is none, and answers no failure of its own', () =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/da/skranke/laan')
      for (const code of ['2999999999', '', '!', 'x'.repeat(500)]) {
        const { status, html } = await browser.submit('name="code"', { code })
        expect([status, largeWords(html)]).toEqual([404, 'Låneren findes ikke.'])
      }
      const unknown = await browser.open('/da/skranke/laan?borrower=%00&branch=DK-785100')
      expect(unknown.status).toBe(400)
    }))
})
