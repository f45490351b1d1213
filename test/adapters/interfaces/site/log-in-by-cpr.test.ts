import * as TE from 'fp-ts/TaskEither'
import type { LogInClaims, LogInProvider } from '../../../../adapters/outside/log-in/log-in-provider'
import { callersOfClaims } from '../../../../adapters/interfaces/site/log-in/callers-of-claims'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { registerBorrowerByHttp } from '../http/http-steps'
import { changeGuardianByHttp, registerChildByHttp, registerGuardianByHttp } from '../http/guardian-steps'
import type { ServedLibrary } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { withSite, type ServedSite } from './with-site'

/** Replacement numbers, which can belong to nobody. */
const cprOfAnna = '6302800000'
const unknownCpr = '6402800000'

/** A provider that sends everybody back at once, with claims that a test has chosen. */
const providerWith = (returnUrls: string[], claims: () => LogInClaims): LogInProvider => ({
  origin: 'https://login.example.dk',
  begin: ({ returnUrl }) => {
    returnUrls.push(returnUrl)
    return TE.right({ url: returnUrl, secrets: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' } })
  },
  finish: () => TE.right(claims()),
  endSessionUrl: () => TE.right(undefined),
})

let claims: LogInClaims = {}
const returnUrls: string[] = []
const logIn = {
  hasCardLogIn: false,
  providers: { borrowers: { provider: providerWith(returnUrls, () => claims), name: 'MitID', cprClaim: 'nin' } },
}

const withPeople = (use: (site: ServedSite) => Promise<void>): Promise<void> =>
  withSite(async (library: ServedLibrary) => {
    await registerBorrowerByHttp(library, { name: 'Anna Berg', cpr: cprOfAnna, birthDate: '1980-02-03' })
    return { logIn }
  }, use)

const logInAs = async (browser: HttpBrowser, cpr: string, path = '/da/log-ind/borrowers') => {
  claims = { sub: 'a subject', nin: cpr }
  return browser.open(path)
}

describe('a log-in by CPR number', () => {
  it('finds the borrower, whose number is in no cookie, address or log', () =>
    withPeople(async (site) => {
      const browser = site.openBrowser()
      const page = await logInAs(browser, `${cprOfAnna.slice(0, 6)}-${cprOfAnna.slice(6)}`)
      expect([page.status, page.url.pathname]).toEqual([200, '/da/mit'])
      const seen = [...browser.cookies.values(), page.url.href, ...returnUrls, site.loggedText()].join('\n')
      for (const text of [cprOfAnna, 'Anna']) expect(seen).not.toContain(text)
      expect((await browser.open('/da/log-ind')).html).not.toContain('PIN')
    }))

  it('finds nobody for a stranger, begins no session, and leads to the form by which the stranger registers', () =>
    withPeople(async (site) => {
      const browser = site.openBrowser()
      const page = await logInAs(browser, unknownCpr)
      expect([page.url.pathname, browser.cookies.has('session')]).toEqual(['/da/log-ind/opret', false])
      expect(page.html).toContain('Du er ikke låner her endnu')
    }))

  it('finds a person who is borrower and guardian as both, and no guardian any more after the guardianship', () =>
    withPeople(async (site) => {
      const child = await registerChildByHttp(site)
      await registerGuardianByHttp(site, child, { cpr: cprOfAnna })
      const roles = async () =>
        rightOrThrow(await callersOfClaims(site.runningLibrary, 'nin', { nin: cprOfAnna })()).map(({ role }) => role)
      expect(await roles()).toEqual(['borrower', 'guardian'])
      await changeGuardianByHttp(site, 'DELETE', child)
      expect(await roles()).toEqual(['borrower'])
    }))
})
