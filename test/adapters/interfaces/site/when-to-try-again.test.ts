import { maxWrongPins } from '../../../../adapters/interfaces/http/request-handling/wrong-pin-counter'
import { storesBusyWhile } from '../../../fixtures/stores-busy-while'
import { registerBorrowerByHttp } from '../http/http-steps'
import type { ServedLibrary } from '../http/with-http-server'
import type { BrowserAnswer } from './http-browser'
import { borrowerOf, openAs, withSite } from './with-site'

const register = async (library: ServedLibrary) => ({
  borrower: await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711', name: 'Anna Berg' }),
})

const answerOf = ({ status, headers }: BrowserAnswer) => [status, headers.get('retry-after')]

describe('a page that asks to wait', () => {
  it.each([
    ['unavailable', 503, '5'],
    ['providerUnavailable', 503, '5'],
    ['cardIsLocked', 429, '1800'],
    ['loggedOut', 200, null],
  ])('of the log-in (%s) says after how many seconds a browser may try again', (notice, status, seconds) =>
    withSite(register, async (site) => {
      expect(answerOf(await site.openBrowser().open(`/da/log-ind?notice=${notice}`))).toEqual([status, seconds])
    }),
  )

  it('says so below a form that is refused because of wrong PINs', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      await openAs(browser, borrowerOf(site), '/da/mit/profil')
      const change = { currentPin: '0000', pin: '1357', pinAgain: '1357' }
      for (let time = 0; time < maxWrongPins; time += 1)
        expect(answerOf(await browser.submit('value="pin"', change))).toEqual([422, null])
      expect(answerOf(await browser.submit('value="pin"', change))).toEqual([429, '1800'])
    }))

  it('names one second when the store is busy', async () => {
    let isBusy = false
    await withSite(
      register,
      async (site) => {
        const browser = site.openBrowser()
        await openAs(browser, borrowerOf(site), '/da/mit/profil')
        isBusy = true
        const refused = await browser.submit('value="absence"', { from: '2026-02-01', until: '2026-02-20' })
        expect(answerOf(refused)).toEqual([503, '1'])
        isBusy = false
        expect((await browser.submit('value="absence"', { from: '2026-02-01', until: '2026-02-20' })).status).toBe(200)
      },
      { openPrimaryStores: storesBusyWhile(() => isBusy, 'persons'), alarm: () => undefined },
    )
  })
})
