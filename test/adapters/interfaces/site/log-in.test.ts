import { registerBorrowerByHttp } from '../http/http-steps'
import type { ServedLibrary } from '../http/with-http-server'
import { borrowerOf, openAs, withSite } from './with-site'

const register = async (library: ServedLibrary) => ({
  borrower: await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711', name: 'Anna Berg' }),
})

describe('logging in on the pages', () => {
  it('leads by a provider to the page that was asked for, and gives no cookie before', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      await browser.open('/')
      expect([...browser.cookies.keys()]).toEqual([])
      const page = await openAs(browser, borrowerOf(site), '/en/mit')
      expect([page.status, page.url.pathname]).toEqual([200, '/en/mit'])
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(page.html).toContain('My loans')
      expect(browser.cookies.get('session')).toMatch(/^[0-9A-Za-z_-]{43}$/)
    }))

  it('works with card and PIN, and says the same of a wrong card and of a wrong PIN', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      const answers: string[] = []
      for (const fields of [
        { card: '2000000001', pin: '0000' },
        { card: '2999999999', pin: '4711' },
      ]) {
        await browser.open('/da/log-ind')
        const { status, html } = await browser.submit('name="card"', fields)
        answers.push(`${String(status)} ${/alert-heading">([^<]+)/.exec(html)?.[1] ?? ''}`)
      }
      expect(answers).toEqual(Array(2).fill('422 Kort eller PIN-kode er forkert.'))
      await browser.open('/da/log-ind')
      const page = await browser.submit('name="card"', { card: '2000000001', pin: '4711' })
      expect([page.status, page.url.pathname]).toEqual([200, '/da/mit'])
    }))

  it('begins a session under a new id, so that nobody who put a cookie into the browser gets in', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      const planted = 'A'.repeat(43)
      browser.cookies.set('session', planted)
      await openAs(browser, borrowerOf(site), '/da/mit')
      expect(browser.cookies.get('session')).not.toBe(planted)
      const attacker = site.openBrowser()
      attacker.cookies.set('session', planted)
      expect((await attacker.open('/da/mit')).url.pathname).toBe('/da/log-ind')
    }))

  it('says what is wrong with a body that no form sends', () =>
    withSite(register, async ({ url }) => {
      const send = (type: string, body: string) =>
        fetch(`${url}/da/log-ind`, { method: 'POST', headers: { 'Content-Type': type }, body })
      const form = 'application/x-www-form-urlencoded'
      expect((await send(`${form}; charset=utf-16`, 'card=1')).status).toBe(415)
      expect((await send(form, 'a=1&'.repeat(1001))).status).toBe(413)
    }))

  it.each([
    ['da', 'Formularen er for stor.', 'Tilbage til formularen', 'Formularen kom ikke rigtigt frem.'],
    ['en', 'The form is too large.', 'Back to the form', 'The form did not arrive as it should.'],
  ])(
    'says so on a page, with the way back, when a form is too large or unreadable (%s)',
    (language, large, back, odd) =>
      withSite(register, async ({ url }) => {
        const form = 'application/x-www-form-urlencoded'
        const send = async (path: string, type: string, body: string, accept = 'text/html,*/*;q=0.8') => {
          const headers = { 'Content-Type': type, Accept: accept }
          const answer = await fetch(`${url}/${language}${path}`, { method: 'POST', headers, body })
          return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
        }
        for (const path of ['/log-ind', '/mit/profil', '/skranke/laaner/opret'])
          for (const [type, body, status, words] of [
            [form, 'a=1&'.repeat(1001), 413, large],
            [form, 'a'.repeat(70_000), 413, large],
            [`${form}; charset=utf-16`, 'a=1', 415, odd],
          ] as const) {
            const answer = await send(path, type, body)
            expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8'])
            for (const text of [words, back, `href="/${language}${path}"`]) expect(answer.text).toContain(text)
          }
        const address = await fetch(`${url}/${language}/titel/%E0%A4%A`, { headers: { Accept: 'text/html' } })
        expect([address.status, address.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
        const problem = await send('/log-ind', form, 'a=1&'.repeat(1001), 'application/json')
        expect([problem.status, problem.type]).toEqual([413, 'application/problem+json; charset=utf-8'])
      }),
  )

  it('is refused when many PINs from one address wait to be checked, and the page says when to try again', () =>
    withSite(register, async (site) => {
      const browsers = Array.from({ length: 10 }, () => site.openBrowser())
      for (const browser of browsers) await browser.open('/da/log-ind')
      const cards = browsers.map((_, at) => ({ card: `299999990${String(at)}`, pin: '0000' }))
      const pages = await Promise.all(browsers.map((browser, at) => browser.submit('name="card"', cards[at])))
      expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([422, 503]))
      for (const { status, headers } of pages) expect(headers.get('retry-after')).toBe(status === 503 ? '5' : null)
      const own = { card: '2000000001', pin: '4711' }
      expect((await browsers[0]!.submit('name="card"', own)).url.pathname).toBe('/da/mit')
    }))

  it('is refused for a form that another site sends, and changes nothing', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      await browser.open('/da/log-ind')
      const fields = { card: '2000000001', pin: '4711' }
      const page = await browser.submit('name="card"', fields, { Origin: 'https://evil.example' })
      expect([page.status, browser.cookies.has('session')]).toEqual([403, false])
    }))

  it('cannot be finished twice, or in another browser, with the answer of the provider', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      for (let n = 0; n < 2; n += 1) {
        const { url, status } = await browser.open('/log-ind/svar?code=abc&state=def')
        expect([status, url.pathname, url.searchParams.get('notice')]).toEqual([403, '/da/log-ind', 'formIsOld'])
      }
    }))

  it('says why it led nowhere in the language in which it began, and leads to the same page in the other', () =>
    withSite(register, async (site) => {
      const page = await site.openBrowser().open('/log-ind/svar?code=abc&state=def.en')
      expect([page.status, page.url.pathname]).toEqual([403, '/en/log-ind'])
      expect(page.html).toContain('The page was too old')
      expect(page.html).toContain('href="/da/log-ind?notice=formIsOld"')
    }))

  it('works from each name of the machine: the browser is led to the own address before it gets a cookie', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      const otherName = site.url.replace('127.0.0.1', 'localhost')
      const first = await fetch(`${otherName}/da/log-ind`, { redirect: 'manual' })
      expect(first.headers.get('location')).toBe(`${site.url}/da/log-ind`)
      expect(first.headers.getSetCookie()).toEqual([])
      const page = await openAs(browser, borrowerOf(site), `${otherName}/en/mit`)
      expect([page.status, page.url.href.startsWith(`${site.url}/en/mit`)]).toEqual([200, true])
    }))

  it('says of each way with what it is, and for whom', () =>
    withSite(register, async (site) => {
      const { html } = await site.openBrowser().open('/en/log-ind')
      expect(html).toContain('Choose who to be: borrower, guardian or staff')
      expect(html).toMatch(/For borrowers only\..*<button[^>]*>Log in with card and PIN</s)
    }))
})

describe('logging out on the pages', () => {
  it('ends the session: its cookie opens nothing, and its forms are refused', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      await openAs(browser, borrowerOf(site), '/da/mit')
      const ended = browser.cookies.get('session')!
      const loggedOut = await browser.submit('/da/log-ud')
      expect(loggedOut.html).toContain('Vil du logge helt ud?')
      expect(loggedOut.html).toContain('Du er logget ud af biblioteket.')
      browser.cookies.set('session', ended)
      expect((await browser.open('/da/mit')).url.pathname).toBe('/da/log-ind')
    }))

  it('takes a token: a link or another site logs nobody out', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      await openAs(browser, borrowerOf(site), '/da/mit')
      await browser.submit('/da/log-ud', { _token: 'A' })
      expect((await browser.open('/da/mit')).url.pathname).toBe('/da/mit')
    }))
})
