import { withPrivacyLink } from '../../../../adapters/composition/messages/with-privacy-link'
import { renderWithBuiltInTexts } from '../../../../adapters/composition/messages/render-with-built-in-texts'
import type { TextContent } from '../../../../domain/message/text-content'
import { guardianshipOf, registerChildByHttp, registerGuardianByHttp } from '../http/guardian-steps'
import { testBranch } from '../http/http-steps'
import { logInWithClaims } from './log-in-with-claims'
import { openStaffPage, withStaffPages } from './staff-page-steps'
import { logInByProvider, withSite } from './with-site'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const adult = {
  ...{ name: 'Nina Ny', cpr: '630280-0000', birthDate: '', group: 'adult', municipality: '851', card: '2000000999' },
  ...{ 'phones-0': '+4500000000', homeBranch: 'DK-785101' },
}
const child = { ...adult, name: 'Bo Ny', cpr: '', birthDate: '2018-02-03', group: 'child' }
const guardian = { cpr: '6302800000', name: 'Vera Berg', 'phones-0': '+4500000001' }

/** An adult whom the provider identifies, and whom the library does not know. */
const newcomer = () => Promise.resolve({ logIn: logInWithClaims({ cpr: '6302800000', name: 'Nina Ny' }) })

const onWebsite = {
  ...{ name: 'Nina Ny', address: 'Vejen 1', phone: '+45 11 11 11 11', email: 'nina@example.org' },
  ...{ homeBranch: testBranch, language: 'en', pin: '2468', pinAgain: '2468' },
}

const render = withPrivacyLink('https://bibliotek.example.dk')(renderWithBuiltInTexts)
const welcome: TextContent = { kind: 'welcome', items: [], pickUp: null }
const verification: TextContent = { ...welcome, kind: 'verifyEmail', link: 'https://bibliotek.example.dk/email/kvx' }

describe('GDPR Article 13: a borrower gets the privacy notice at registration', () => {
  it('at the desk, to print, in the language of the borrower, with where and when it was handed out', () =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/da/skranke/opret')
      const page = await browser.submit('name="card"', { ...adult, language: 'en' })
      expect([page.status, page.url.pathname]).toEqual([200, expect.stringMatching(/\/privatliv$/)])
      expect(page.html).toContain('Låneren er oprettet.')
      const [, notice = ''] = (page.html.split('<footer')[0] ?? '').split('<div lang="en" class="print-alone">')
      for (const text of [
        'Handed out at the desk',
        '5 Jan 2026',
        'Your rights',
        'How the library forgets',
        'Legal basis',
        'Data protection officer',
        'dpo@eksempel.example',
      ])
        expect(notice).toContain(text)
      expect(page.html).toMatch(/<button type="button"[^>]* data-print/)
    }))

  it('at the desk, in Danish when that is the language of the borrower, also when staff read English', () =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/en/skranke/opret')
      const page = await browser.submit('name="card"', { ...adult, language: 'da' })
      expect(page.html.split('<div lang="da" class="print-alone">')[1]).toContain('Udleveret ved skranken')
    }))

  it('on the website, beside the button that registers, and on the page after it', () =>
    withSite(newcomer, async (site) => {
      const browser = site.openBrowser()
      const form = await logInByProvider(browser, '/en/mit/profil')
      expect(form.html).toMatch(/<button type="submit"[^>]*>Become a borrower<\/button><p><a href="\/en\/privatliv">/)
      const page = await browser.submit('value="register"', onWebsite)
      expect([page.status, page.url.pathname]).toEqual([200, '/en/mit/velkommen'])
      for (const href of ['/en/privatliv', '/en/mit/data', '/en/mit/profil'])
        expect(page.html).toContain(`href="${href}"`)
      expect((await browser.open('/en/privatliv')).status).toBe(200)
    }))

  it('in the message that welcomes the borrower, as a link in its language, when the site has a public address', () => {
    expect(rightOrThrow(render(welcome, 'da', [])).text).toContain('https://bibliotek.example.dk/da/privatliv')
    expect(rightOrThrow(render(welcome, 'en', [])).text).toContain('https://bibliotek.example.dk/en/privatliv')
    const unknown = rightOrThrow(withPrivacyLink(undefined)(renderWithBuiltInTexts)(welcome, 'da', []))
    expect(unknown.text).not.toContain('privatliv')
    expect(unknown.text).toContain('få dig slettet.\nVenlig hilsen')
  })
})

describe('GDPR Article 14: a guardian, whose data may come from the child, gets the privacy notice', () => {
  it('at the desk, once staff have registered the guardian, with what the library keeps of guardians and from where', () =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/da/skranke/opret')
      await browser.submit('name="card"', { ...child, language: 'da' })
      const page = await browser.submit('name="paperMonth"', guardian)
      expect(page.url.pathname).toMatch(/\/privatliv$/)
      for (const text of ['Giv værgen siden om privatliv.', 'giv den til barnet og til værgen', 'Til værger'])
        expect(page.html).toContain(text)
      expect(page.html).toContain('Det kommer fra dig, eller fra barnet')
    }))

  it('in the message that asks the guardian to confirm an e-mail, and not in that to a borrower', () => {
    const toGuardian = rightOrThrow(render({ ...verification, isToGuardian: true }, 'en', [])).text
    expect(toGuardian).toContain('as a guardian, why and how long: https://bibliotek.example.dk/en/privatliv')
    expect(rightOrThrow(render({ ...verification, isToGuardian: false }, 'en', [])).text).not.toContain('privatliv')
  })

  it('on the website, on the page of the children', () =>
    withSite(
      () => Promise.resolve({}),
      async (site) => {
        const bo = await registerChildByHttp(site)
        expect((await registerGuardianByHttp(site, bo)).status).toBe(200)
        const guardianship = await guardianshipOf(site, bo)
        const browser = await site.openBrowserOf({
          ...{ role: 'guardian', subject: guardianship, guardianships: [guardianship] },
        })
        const [, content = ''] = (await browser.open('/da/mit/boern')).html.split('<main')
        expect(content.split('</main>')[0]).toContain('href="/da/privatliv"')
      },
    ))
})
