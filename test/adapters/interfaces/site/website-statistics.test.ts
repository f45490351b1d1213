import { moveClockTo } from '../../../e2e/use-case-steps'
import { day } from '../../../fixtures/example-library'
import { registerBorrowerByHttp } from '../http/http-steps'
import { borrowerUser, staffUser } from '../http/with-http-server'
import { closeFirstDay, logAddresses, prepareLibrary, visit } from './server-log-steps'
import { withSite, type ServedSite } from './with-site'

describe('the counts of the website', () => {
  const statisticsOf = (site: ServedSite, month: string, as = staffUser) =>
    site.send('GET', `/statistics/website/${month}`, { as })

  it('say how often each page was visited in a month: each page that was shown, and no redirect', () =>
    withSite(prepareLibrary, async (site) => {
      const browser = await site.openBrowserOf({ role: 'borrower', subject: await registerBorrowerByHttp(site) })
      for (const where of ['/da/', '/en/', '/da/mit']) await browser.open(where)
      await visit(site, '/da/mit')
      await closeFirstDay(site)
      const { pages, browsers } = (await statisticsOf(site, '2026-01')).body
      expect(pages).toEqual([
        { page: '/', visits: 2 },
        { page: '/mit', visits: 1 },
      ])
      expect(browsers).toEqual([])
    }))

  it('say by the closing of the month how many visitors used each browser, and nothing of fewer than five', () =>
    withSite(prepareLibrary, async (site) => {
      logAddresses(site, 9, 'Firefox 133')
      logAddresses(site, 7, 'Safari 17')
      logAddresses(site, 2, 'Opera 114')
      await moveClockTo(site.runningLibrary, day('2026-01-20'))
      logAddresses(site, 9, 'Firefox 133')
      await moveClockTo(site.runningLibrary, day('2026-02-01'))
      await site.runningLibrary.catchUpReadModels()
      expect((await statisticsOf(site, '2026-01')).body.browsers).toEqual([
        { browser: 'Firefox 133', visitors: 9 },
        { browser: 'other', visitors: 9 },
      ])
      expect((await statisticsOf(site, '2026-01', borrowerUser(await registerBorrowerByHttp(site)))).status).toBe(403)
    }))

  it('of a page that needs a log-in are not in the metrics, unless it fails; those of pages for anyone may be', () =>
    withSite(prepareLibrary, async (site) => {
      const requests = async (): Promise<number> => {
        const text = await (await fetch(`${site.url}/metrics`)).text()
        const found = [...text.matchAll(/^glemsom_http_requests_total\{kind="read",outcome="answered"\} (\d+)/gm)]
        return found.reduce((sum, [, count]) => sum + Number(count), 0)
      }
      expect(await requests()).toBe(0)
      const browser = await site.openBrowserOf({ role: 'borrower', subject: await registerBorrowerByHttp(site) })
      for (let times = 0; times < 120; times += 1) await browser.open('/da/mit')
      expect(await requests()).toBe(0)
    }))
})
