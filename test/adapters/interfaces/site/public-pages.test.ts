import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { defaultLibraryPolicy } from '../../../../domain/policy/policy'
import { cookiesOfSite } from '../../../../adapters/interfaces/site/sessions/cookie-table'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'
import { readableText } from '../../../fixtures/readable-text'
import { registerBorrowerByHttp } from '../http/http-steps'
import type { ServedLibrary } from '../http/with-http-server'
import { borrowerOf, openAs, withSite } from './with-site'

const prepare = async (library: ServedLibrary) => ({ borrower: await registerBorrowerByHttp(library) })

const policy = samePolicyEachDay({
  ...defaultLibraryPolicy,
  contacts: {
    ...defaultLibraryPolicy.contacts,
    controller: { name: 'Eksempel Kommune', email: 'biblioteket@eksempel.example' },
    dataProtectionOfficer: { name: 'Rådgiver <Rask>', phone: '99 99 00 01' },
  },
})

const publicPaths = ['/', '/privatliv', '/cookies', '/tilgaengelighed', '/kontakt']

describe('the pages for anybody', () => {
  it('tell what the library promises of each kind of data, in both languages (GDPR Articles 13 and 14)', () =>
    withSite(prepare, async (site) => {
      for (const language of ['da', 'en'] as const) {
        const text = readableText((await site.openBrowser().open(`/${language}/privatliv`)).html)
        for (const [, { name, purpose, legalBasis, end }] of listKindsOfData())
          for (const part of [name, purpose, legalBasis, end]) expect(text).toContain(part[language])
      }
    }))

  it('set no cookie', () =>
    withSite(prepare, async (site) => {
      const browser = site.openBrowser()
      for (const path of publicPaths) {
        expect((await browser.open(`/da${path}`)).status).toBe(200)
        expect([...browser.cookies.keys()]).toEqual([])
      }
    }))

  it('have one for an address that the site does not have, in the language of the address, without a cookie', () =>
    withSite(prepare, async (site) => {
      for (const [language, title] of [
        ['da', 'Der er ingen side på denne adresse'],
        ['en', 'There is no page at this address'],
      ] as const)
        for (const path of ['/findes-ikke', '/skranke/findes/ikke']) {
          const browser = site.openBrowser()
          const { status, html } = await browser.open(`/${language}${path}`)
          expect([status, html.includes(`<html lang="${language}">`)]).toEqual([404, true])
          expect(readableText(html)).toContain(title)
          expect([...browser.cookies.keys()]).toEqual([])
        }
    }))

  it('name every cookie that the site sets, and no other', () =>
    withSite(prepare, async (site) => {
      const browser = site.openBrowser()
      const names = new Set<string>()
      const noteNames = () => [...browser.cookies.keys()].forEach((name) => names.add(name))
      await browser.open('/da/log-ind')
      noteNames()
      await openAs(browser, borrowerOf(site), '/da/mit')
      noteNames()
      const ofDemoProvider = [...names].filter((name) => name.startsWith('_'))
      const ofSite = [...names].filter((name) => !ofDemoProvider.includes(name)).sort()
      expect(ofSite).toEqual(
        cookiesOfSite('trial')
          .map(({ name }) => name)
          .sort(),
      )
      const text = readableText((await browser.open('/da/cookies')).html)
      for (const { name, purpose, life } of cookiesOfSite('trial'))
        for (const part of [name, purpose.da, life.da]) expect(text).toContain(part)
      expect(cookiesOfSite('production').map(({ name }) => name)).toEqual(['__Host-log-in', '__Host-session'])
    }))

  it('name controller, data protection officer and Datatilsynet at the foot of every page, as the policy says', () =>
    withSite(
      prepare,
      async (site) => {
        for (const path of publicPaths) {
          const { html } = await site.openBrowser().open(`/en${path}`)
          const footer = html.slice(html.indexOf('<footer'))
          expect(readableText(footer)).toMatch(/Controller Eksempel Kommune .* Rådgiver <Rask> .* Datatilsynet/)
          for (const address of ['mailto:biblioteket@eksempel.example', 'tel:99990001', 'mailto:dt@datatilsynet.dk'])
            expect(footer).toContain(`href="${address}"`)
        }
      },
      { policy },
    ))

  it('warn against CPR numbers in ordinary mail where they say whom to write to', () =>
    withSite(prepare, async (site) => {
      const text = readableText((await site.openBrowser().open('/da/kontakt')).html)
      expect(text).toContain('Skriv aldrig dit CPR-nummer i en almindelig mail')
      expect(text).toContain('Biblioteket har ikke oplyst det endnu')
    }))

  it('have an accessibility statement that says how far the law is kept, whom to write to, and who supervises', () =>
    withSite(
      prepare,
      async (site) => {
        const { html } = await site.openBrowser().open('/da/tilgaengelighed')
        for (const part of ['Eksempel Kommune er forpligtet', 'WCAG 2.1', 'EN 301 549', 'Digitaliseringsstyrelsen'])
          expect(readableText(html)).toContain(part)
        expect(html).toContain('href="https://digst.dk/')
      },
      { policy },
    ))
})
