import { callersOfClaims } from '../../../../adapters/interfaces/site/log-in/callers-of-claims'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { registerBorrowerByHttp } from '../http/http-steps'
import { changeGuardianByHttp, registerChildByHttp, registerGuardianByHttp } from '../http/guardian-steps'
import type { HttpBrowser } from './http-browser'
import { logInWithClaims } from './log-in-with-claims'
import { withSite, type ServedSite } from './with-site'

/** Replacement numbers, which can belong to nobody. */
const cprOfAnna = '6302800000'
const unknownCpr = '6402800000'

/** A library with Anna, and a provider that says of everybody that they have a CPR number. */
const withAnna = (
  cpr: string,
  use: (site: ServedSite, returnUrls: ReadonlyArray<string>) => Promise<void>,
): Promise<void> => {
  const returnUrls: string[] = []
  return withSite(
    async (library) => {
      await registerBorrowerByHttp(library, { name: 'Anna Berg', cpr: cprOfAnna, birthDate: '1980-02-03' })
      return { logIn: logInWithClaims({ sub: 'a subject', cpr }, returnUrls) }
    },
    (site) => use(site, returnUrls),
  )
}

const logIn = (browser: HttpBrowser) => browser.open('/da/log-ind/borrowers')

describe('a log-in by CPR number', () => {
  it('finds the borrower, whose number is in no cookie, address or log', () =>
    withAnna(`${cprOfAnna.slice(0, 6)}-${cprOfAnna.slice(6)}`, async (site, returnUrls) => {
      const browser = site.openBrowser()
      const page = await logIn(browser)
      expect([page.status, page.url.pathname]).toEqual([200, '/da/mit'])
      const seen = [...browser.cookies.values(), page.url.href, ...returnUrls, site.loggedText()].join('\n')
      for (const text of [cprOfAnna, 'Anna']) expect(seen).not.toContain(text)
      expect((await browser.open('/da/log-ind')).html).not.toContain('PIN')
    }))

  it('finds nobody for a stranger, begins no session, and leads to the form by which the stranger registers', () =>
    withAnna(unknownCpr, async (site) => {
      const browser = site.openBrowser()
      const page = await logIn(browser)
      expect([page.url.pathname, browser.cookies.has('session')]).toEqual(['/da/log-ind/opret', false])
      expect(page.html).toContain('Du er ikke låner her endnu')
    }))

  it('finds a person who is borrower and guardian as both, and no guardian any more after the guardianship', () =>
    withAnna(cprOfAnna, async (site) => {
      const child = await registerChildByHttp(site)
      await registerGuardianByHttp(site, child, { cpr: cprOfAnna })
      const roles = async () =>
        rightOrThrow(await callersOfClaims(site.runningLibrary, 'nin', { nin: cprOfAnna })()).map(({ role }) => role)
      expect(await roles()).toEqual(['borrower', 'guardian'])
      await changeGuardianByHttp(site, 'DELETE', child)
      expect(await roles()).toEqual(['borrower'])
    }))
})
