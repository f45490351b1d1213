import { registerBorrowerByHttp } from '../http/http-steps'
import type { ServedLibrary } from '../http/with-http-server'
import { borrowerOf, openAs, withSite } from './with-site'

const register = async (library: ServedLibrary) => ({
  borrower: await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711', name: 'Anna Berg' }),
})

describe('a log-in that was asked for with a path', () => {
  it('leads nowhere but to pages of the site', () =>
    withSite(register, async (site) => {
      for (const to of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/%0d%0aSet-Cookie:x']) {
        const browser = site.openBrowser()
        await browser.open(`/da/log-ind?to=${encodeURIComponent(to)}`)
        const page = await browser.submit('name="card"', { card: '2000000001', pin: '4711' })
        expect(page.url.origin).toBe(site.url)
      }
    }))

  it.each(['/mit/../../demo/tokens', '/mit/%2e%2E/.%2e/demo/tokens', '/..', '/mit//demo', '//demo'])(
    'begins on the first page of the role when the path could lead out of the pages: %s',
    (to) =>
      withSite(register, async (site) => {
        const page = await openAs(site.openBrowser(), borrowerOf(site), `/da/log-ind?to=${encodeURIComponent(to)}`)
        expect([page.status, page.url.pathname]).toEqual([200, '/da/mit'])
      }),
  )

  it('leads to the page that was asked for, with its query, which may have dots', () =>
    withSite(register, async (site) => {
      const page = await openAs(site.openBrowser(), borrowerOf(site), '/da/mit/reserveringer?titel=a..b')
      expect([page.url.pathname, page.url.search]).toEqual(['/da/mit/reserveringer', '?titel=a..b'])
    }))

  it('forgets an address that is longer than any of the site, and begins on the first page of the role', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      const page = await openAs(browser, borrowerOf(site), `/da/mit/reserveringer?titel=${'a'.repeat(3000)}`)
      expect([page.status, page.url.pathname, page.url.search]).toEqual([200, '/da/mit', ''])
    }))

  it('leads staff who asked for the page of borrowers to the desk', () =>
    withSite(register, async (site) => {
      const page = await openAs(site.openBrowser(), 'demo-staff', '/da/mit')
      expect([page.status, page.url.pathname]).toEqual([200, '/da/skranke'])
    }))
})
