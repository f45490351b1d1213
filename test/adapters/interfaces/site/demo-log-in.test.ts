import { readableText } from '../../../fixtures/readable-text'
import { registerBorrowerByHttp } from '../http/http-steps'
import type { ServedLibrary } from '../http/with-http-server'
import { borrowerOf, logInByProvider, withSite } from './with-site'

const register = async (library: ServedLibrary) => ({
  borrower: await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711' }),
})

const sentences = {
  da: 'Log-in blev ikke begyndt på dette websted, eller det tog for lang tid',
  en: 'The log-in was not begun on this site, or it took too long',
}

describe('the log-in of the demo', () => {
  it.each(['da', 'en'] as const)(
    'says on a page in the language of the log-in that it has ended, when somebody goes back to it (%s)',
    (language) =>
      withSite(register, async (site) => {
        const browser = site.openBrowser()
        const choice = await logInByProvider(browser, `/${language}/mit`)
        const chosen = await browser.submit('name="user"', { user: borrowerOf(site) })
        expect([chosen.status, chosen.url.pathname]).toEqual([200, `/${language}/mit`])
        const again = await browser.open(choice.url.href)
        expect([again.status, again.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
        expect(readableText(again.html)).toContain(sentences[language])
        for (const part of [`<html lang="${language}">`, `<a href="/${language}/log-ind">`])
          expect(again.html).toContain(part)
      }),
  )

  it.each(['da', 'en'] as const)(
    'answers a log-in that nobody has begun, a form that is too large, and a wrong address by a page (%s)',
    (language) =>
      withSite(register, async ({ url }) => {
        const ask = async (path: string, body?: string) => {
          const headers = { 'Accept-Language': language, Accept: 'text/html', 'Content-Type': form }
          const sent = body === undefined ? { headers } : { headers, method: 'POST', body }
          const answer = await fetch(`${url}/demo-log-in/${path}`, sent)
          const html = await answer.text()
          expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
          expect(readableText(html)).toContain(sentences[language])
          expect(html).toContain(`<a href="/${language}/log-ind">`)
          return answer.status
        }
        const form = 'application/x-www-form-urlencoded'
        expect(await ask('choose/xyz')).toBe(400)
        expect(await ask('choose/xyz', 'user=a')).toBe(400)
        expect(await ask('choose/xyz', 'a'.repeat(1_000_000))).toBe(413)
        expect(await ask('choose/%E0%A4%A')).toBe(400)
        expect(await ask('auth/xyz')).toBe(400)
        expect(await ask('nowhere')).toBe(404)
      }),
  )

  it('asks again when nobody is chosen whom it offers', () =>
    withSite(register, async (site) => {
      const [browser, borrower] = [site.openBrowser(), borrowerOf(site)]
      const choice = await logInByProvider(browser, '/en/mit')
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      for (const body of [
        new URLSearchParams({ user: '' }),
        new URLSearchParams({ user: 'nobody' }),
        '{}',
        undefined,
      ]) {
        const headers = { Cookie: cookie }
        const answer = await fetch(choice.url, { method: 'POST', headers, body: body ?? null })
        expect([answer.status, (await answer.text()).includes(borrower)]).toEqual([400, true])
      }
      const twice = new URLSearchParams([
        ['user', borrower],
        ['user', 'nobody'],
      ])
      const answer = await fetch(choice.url, { method: 'POST', headers: { Cookie: cookie }, body: twice })
      expect([answer.status, (await answer.text()).includes('Who do you want to be?')]).toEqual([400, true])
      expect((await browser.submit('name="user"', { user: borrower })).url.pathname).toBe('/en/mit')
    }))
})
