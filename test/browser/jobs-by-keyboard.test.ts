import type { Page } from 'playwright-core'
import { openBrowserWindow } from '../fixtures/browser/open-browser-window'
import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import { staffUser } from '../adapters/interfaces/http/with-http-server'
import { follow, sendButtonOf, tabTo, writeIn } from '../fixtures/browser/by-keyboard'
import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests } from './demo-site'
import { findingsOnPage } from './look-at-page'

const lookOfJobs = { language: 'da', width: 1280, hasAxe: true, hasKeyboard: true, isPrinted: true } as const

const headingOf = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)

  const openPage = async (): Promise<Page> => {
    const window = await openBrowserWindow(browser(), { locale: 'da-DK', viewport: { width: 1280, height: 800 } })
    return window.newPage()
  }

  /** Opens a page that asks for a log-in, and logs in, with the keyboard alone. */
  const logInByKeyboard = async (page: Page, path: string, user: string): Promise<void> => {
    await page.goto(`${demoSite().site.url}${path}`)
    await follow(page, 'a.button-primary')
    await follow(page, 'button', user)
  }

  /** The worker runs each minute; here it runs until the borrower is gone. */
  const untilForgotten = async (borrower: string): Promise<void> => {
    const { send, runningLibrary } = demoSite().site
    for (let runs = 0; runs < 10; runs += 1) {
      await runningLibrary.retention.run()
      if ((await send('GET', `/borrowers/${borrower}`, { as: staffUser })).status === 404) return
    }
    throw new Error('the borrower is not forgotten')
  }

  describe('with the keyboard alone', () => {
    it('a borrower logs in, renews a loan and logs out', async () => {
      const page = await openPage()
      await logInByKeyboard(page, '/da/mit', 'En låner')
      expect(await headingOf(page)).toBe('Mit bibliotek')
      await follow(page, sendButtonOf('renew'))
      expect(await page.getByRole('status').innerText()).toContain('fornyet')
      await follow(page, 'button', 'Log ud')
      await page.goto(`${demoSite().site.url}/da/mit`)
      expect(await headingOf(page)).toBe('Log ind')
      await page.context().close()
    })

    it('a borrower reads what the library holds and what stands in the way, and is forgotten once all is returned', async () => {
      const { site } = demoSite()
      const card = '2999999001'
      const borrower = await registerBorrowerByHttp(site, { card, pin: '2468' })
      const copy = await acquireCopyByHttp(site)
      expect((await lendCopyByHttp(site, copy, borrower)).status).toBe(201)
      const page = await openPage()
      await page.goto(`${site.url}/da/mit/data`)
      await writeIn(page, '[name="card"]', card)
      await writeIn(page, '[name="pin"]', '2468')
      await follow(page, sendButtonOf('card'))
      expect(await headingOf(page)).toBe('Mine oplysninger')
      await follow(page, 'a[href$="/mit/data/slet"]')
      expect(await page.getByRole('main').innerText()).toContain('Lån, der ikke er afleveret: 1')
      const body = { branch: testBranch }
      expect((await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body })).status).toBe(200)
      await page.reload()
      await tabTo(page, '[name="confirm"]')
      await page.keyboard.press('Space')
      await follow(page, sendButtonOf('erase'))
      expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Du er ved at blive glemt')
      expect(await findingsOnPage(page, lookOfJobs)).toEqual([])
      await untilForgotten(borrower)
      await page.goto(`${site.url}/da/mit/data`)
      expect(await headingOf(page)).toBe('Log ind')
      await page.context().close()
    })

    it('somebody at the desk lends a copy and takes it back', async () => {
      const { site } = demoSite()
      const card = '2999999002'
      await registerBorrowerByHttp(site, { card })
      const copy = await acquireCopyByHttp(site)
      const page = await openPage()
      await logInByKeyboard(page, '/da/skranke', 'Personale ved skranken')
      await follow(page, 'a, button', 'Hovedbiblioteket')
      await follow(page, 'a', 'Udlån')
      await page.keyboard.type(card)
      await page.keyboard.press('Enter')
      await page.keyboard.type(copy)
      await page.keyboard.press('Enter')
      const latest = page.locator('[data-scan-latest]')
      await latest.locator('[data-outcome="accept"]').waitFor()
      await follow(page, 'a', 'Aflever')
      await page.keyboard.type(copy)
      await page.keyboard.press('Enter')
      await latest.locator('[data-outcome]').waitFor()
      expect(await latest.innerText()).toContain(copy)
      await page.context().close()
    })

    it('the duty officer asks to look at a camera, with who asked and why, and it stands in the day report', async () => {
      const page = await openPage()
      await logInByKeyboard(page, '/da/vagt', 'Vagten')
      await follow(page, 'a', 'Se direkte')
      await tabTo(page, '[name="camera"]')
      await writeIn(page, '[name="requestedBy"]', 'Børneafdelingen')
      await writeIn(page, '[name="reason"]', 'Et barn er blevet væk ved indgangen')
      await follow(page, sendButtonOf('look'))
      expect(await page.getByRole('status').innerText()).not.toBe('')
      await follow(page, 'a', 'Dagsrapport')
      expect(await page.getByRole('main').innerText()).toContain('Et barn er blevet væk ved indgangen')
      await page.context().close()
    })
  })
})
