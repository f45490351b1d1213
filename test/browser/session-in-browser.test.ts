import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests } from './demo-site'

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)

  describe('a session in a browser', () => {
    it('shows nothing after log-out when the person goes back', async () => {
      const window = await demoSite().openWindow('borrower')
      const page = await window.newPage()
      await page.goto(`${demoSite().site.url}/da/mit`)
      expect(await page.title()).toContain('Mit bibliotek')
      await page.click('button:has-text("Log ud")')
      await page.waitForURL('**/log-ind?notice=loggedOut*')
      await page.goBack()
      await page.waitForURL('**/log-ind*')
      expect(await page.title()).toContain('Log ind')
      await window.close()
    })

    it('that was ended in another window shows nothing once its time is over', async () => {
      const window = await demoSite().openWindow('borrower')
      const page = await window.newPage()
      await page.clock.install()
      await page.goto(`${demoSite().site.url}/da/mit/data`)
      const other = await window.newPage()
      await other.goto(`${demoSite().site.url}/da/mit`)
      await other.click('button:has-text("Log ud")')
      await other.waitForURL('**/log-ind?notice=loggedOut*')
      await page.clock.fastForward(31 * 60_000)
      await page.waitForURL('**/log-ind*')
      expect(await page.getByRole('main').innerText()).not.toContain('Lånernummer')
      await window.close()
    })

    it('is a cookie that scripts cannot read', async () => {
      const window = await demoSite().openWindow('borrower')
      const page = await window.newPage()
      await page.goto(`${demoSite().site.url}/da/mit`)
      expect(await page.evaluate('document.cookie')).toBe('')
      const cookies = await window.cookies()
      expect(cookies.filter(({ name }) => name === 'session')).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }])
      await window.close()
    })

    it('warns two minutes before it ends, and the person can stay logged in', async () => {
      const window = await demoSite().openWindow('borrower')
      const page = await window.newPage()
      await page.clock.install()
      await page.goto(`${demoSite().site.url}/da/mit`)
      const warning = page.getByRole('alert').filter({ hasText: 'Du bliver snart logget ud' })
      expect(await warning.isVisible()).toBe(false)
      await page.clock.fastForward(28 * 60_000 + 30_000)
      await warning.waitFor({ state: 'visible' })
      const extended = page.waitForResponse('**/log-ind/forlaeng')
      await warning.getByRole('link').click()
      expect((await extended).status()).toBe(200)
      await window.close()
    })
  })
})
