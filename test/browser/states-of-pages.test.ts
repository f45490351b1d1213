import type { BrowserContext, Page } from 'playwright-core'
import { openBrowserWindow } from '../fixtures/browser/open-browser-window'
import { registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { findExampleIds } from '../../adapters/interfaces/http/docs/demo/find-example-ids'
import { withChromium } from '../fixtures/browser/with-chromium'
import { demoSiteDuringTests, emptyBranch, type SiteRole } from './demo-site'
import { findingsOnPage, alternateAxe, type Look } from './look-at-page'
import { onePageForEachRoleAndWidth } from './page-of-window'
import { addressOf } from './pages-under-test'
import {
  formsToFillIn,
  listsOfBranch,
  pagesToBeEmpty,
  pagesWithForms,
  sendEmpty,
  statesUnderTest,
} from './states-under-test'

const looks = (
  [
    { language: 'da', width: 1280 },
    { language: 'en', width: 320 },
  ] as const
).map((look): Look => ({ ...look, hasAxe: true, hasKeyboard: false, isPrinted: false }))

const filledIn = {
  ...{ name: 'Nina Ny', address: 'Vejen 1', phone: '+45 11 11 11 11', email: 'nina@example.org' },
  ...{ pin: '2468', pinAgain: '2468' },
}

withChromium((browser) => {
  const demoSite = demoSiteDuringTests(browser)
  const nextLooks = alternateAxe(looks)
  const pageFor = onePageForEachRoleAndWidth((role, width) => demoSite().openWindow(role, { width }))

  const inEachLook = async (role: SiteRole, find: (page: Page, look: Look) => Promise<ReadonlyArray<string>>) => {
    const findings: string[] = []
    for (const look of nextLooks()) {
      const { page, takeErrors } = await pageFor(role, look.width)
      for (const finding of [...(await find(page, look)), ...takeErrors()])
        findings.push(`${look.language} at ${String(look.width)} px: ${finding}`)
    }
    return findings
  }

  describe('every state of a page is accessible in both languages, on a screen and on a telephone', () => {
    it.each(statesUnderTest.map((state) => [state.title, state] as const))('%s', async (_title, state) => {
      const { site } = demoSite()
      const address = state.addressIn(site.runningLibrary)
      const findings = await inEachLook(state.role, async (page, look) => {
        const answer = await page.goto(`${site.url}/${look.language}${address}`)
        const found = await findingsOnPage(page, look)
        return answer?.status() === state.status ? found : [...found, `the status is ${String(answer?.status())}`]
      })
      expect(findings).toEqual([])
    })
  })

  describe('a page that waits for a long reading of the logs', () => {
    it('says how far it has come, and is accessible', async () => {
      const { site } = demoSite()
      const { report } = site.runningLibrary.audit.inBackground
      const state = jest.spyOn(report, 'state').mockReturnValue({ _tag: 'UnderWay', done: 300, total: 1000 })
      const findings = await inEachLook('administrator', async (page, look) => {
        await page.goto(`${site.url}/${look.language}/revision/rapport`)
        const found = await findingsOnPage(page, look)
        const read = await page.locator('progress').getAttribute('value')
        return read === '300' ? found : [...found, `events read: ${String(read)}`]
      })
      state.mockRestore()
      expect(findings).toEqual([])
    })

    it('moves the bar while it waits, and shows the result by itself when it is ready', async () => {
      const { site } = demoSite()
      const { report } = site.runningLibrary.audit.inBackground
      const state = jest.spyOn(report, 'state').mockReturnValue({ _tag: 'UnderWay', done: 300, total: 1000 })
      const { page } = await pageFor('administrator', 1280)
      await page.goto(`${site.url}/en/revision/rapport`)
      state.mockReturnValue({ _tag: 'UnderWay', done: 600, total: 1000 })
      await page.locator('progress[value="600"]').waitFor()
      state.mockRestore()
      const readAgain = page.getByRole('button', { name: 'Read the logs again' })
      await readAgain.waitFor()
      expect(await readAgain.count()).toBe(1)
    })
  })

  describe('a request of the police that waits for a decision', () => {
    it('is accessible, and so is the answer to a refusal without a reason', async () => {
      const { site } = demoSite()
      const address = `/vagt/optagelser/${findExampleIds(site.runningLibrary).storedFootage()}`
      const findings = await inEachLook('dutyOfficer', async (page, look) => {
        await page.goto(`${site.url}/${look.language}${address}`)
        for (const name of ['requestedBy', 'reason', 'caseNumber', 'basis'])
          await page.fill(`[name="${name}"]`, 'Sag 17')
        await Promise.all([page.waitForEvent('load'), page.click('form:has([value="disclose"]) button')])
        const found = await findingsOnPage(page, { ...look, hasKeyboard: true })
        await Promise.all([page.waitForEvent('load'), page.click('form:has([value="refuse"]) button')])
        const hasError = (await page.locator('#refuse-whyRefused-error').count()) === 1
        return [...found, ...(await findingsOnPage(page, look)), ...(hasError ? [] : ['the reason is not asked for'])]
      })
      expect(findings).toEqual([])
    })
  })

  describe('every page says what is wrong with a form that is sent empty', () => {
    it.each(pagesWithForms.map((page, at) => [page.path, page, at] as const))(
      '%s',
      async (_path, pageUnderTest, at) => {
        const { site } = demoSite()
        const address = addressOf(site.runningLibrary, pageUnderTest)
        const findings = await inEachLook(pageUnderTest.role, async (page, look) => {
          const url = `${site.url}/${look.language}${address}`
          await page.goto(url)
          const found: string[] = []
          for (const form of await formsToFillIn(page)) {
            // A form that may be sent empty can end another one: a fee that is paid is not decided on.
            if (!(await formsToFillIn(page)).includes(form)) continue
            const status = await sendEmpty(page, form)
            await page.locator('[data-under-way]').waitFor({ state: 'detached' })
            if (status >= 500) found.push(`form ${form}: the status is ${String(status)}`)
            // Each in both languages; axe reads every second page in Danish, and the others in English.
            const hasAxe = (look.language === 'da') === (at % 2 === 0)
            for (const finding of await findingsOnPage(page, { ...look, hasAxe }))
              found.push(`form ${form}: ${finding}`)
          }
          return found
        })
        expect(findings).toEqual([])
      },
    )
  })

  describe('every page of a borrower who has nothing, and every list of a branch where nothing waits, says so', () => {
    const pageOfNewBorrower = onePageForEachRoleAndWidth(async (_role, width): Promise<BrowserContext> => {
      const { site } = demoSite()
      const subject = await registerBorrowerByHttp(site, { birthDate: null, municipality: null })
      const session = (await site.openBrowserOf({ role: 'borrower', subject })).cookies.get('session') ?? ''
      const window = await openBrowserWindow(browser(), { locale: 'da-DK', viewport: { width, height: 800 } })
      await window.addCookies([{ name: 'session', value: session, url: site.url }])
      return window
    })
    it.each(pagesToBeEmpty.map(({ path }) => [path]))('%s', async (path) => {
      const findings: string[] = []
      for (const look of nextLooks()) {
        const { page, takeErrors } = await pageOfNewBorrower('new borrower', look.width)
        await page.goto(`${demoSite().site.url}/${look.language}${path}`)
        for (const finding of [...(await findingsOnPage(page, look)), ...takeErrors()])
          findings.push(`${look.language}: ${finding}`)
      }
      expect(findings).toEqual([])
    })

    it.each(listsOfBranch.map((path) => [path]))('%s', async (path) => {
      const findings = await inEachLook('staff', async (page, look) => {
        await page.goto(`${demoSite().site.url}/${look.language}${path}?branch=${emptyBranch}`)
        return findingsOnPage(page, look)
      })
      expect(findings).toEqual([])
    })
  })

  describe('somebody whom the library does not know registers on the website', () => {
    const openForm = async ({ language, width }: Look): Promise<Page> => {
      const page = await (await demoSite().openWindowOfNewcomer({ width })).newPage()
      await page.goto(`${demoSite().site.url}/${language}/log-ind/opret`)
      return page
    }

    it.each(looks.map((look) => [look.language, look] as const))(
      'with a form in %s, which says what is wrong in it',
      async (_language, look) => {
        const page = await openForm(look)
        const findings = [...(await findingsOnPage(page, { ...look, hasKeyboard: true, isPrinted: true }))]
        expect(await sendEmpty(page, 'register')).toBe(400)
        expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(1)
        findings.push(...(await findingsOnPage(page, look)))
        expect(findings).toEqual([])
        await page.context().close()
      },
    )

    it('is led to their own page, which says what is missing, and cannot register again', async () => {
      const [, look] = looks
      const page = await openForm(look!)
      for (const [name, value] of Object.entries(filledIn)) await page.fill(`[name="${name}"]`, value)
      await Promise.all([page.waitForEvent('load'), page.click('main button[type="submit"]')])
      expect(page.url()).toContain('/en/mit')
      const findings = [...(await findingsOnPage(page, look!))]
      await page.goto(`${demoSite().site.url}/en/log-ind/opret`)
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Log in')
      findings.push(...(await findingsOnPage(page, look!)))
      expect(findings).toEqual([])
      await page.context().close()
    })
  })
})
