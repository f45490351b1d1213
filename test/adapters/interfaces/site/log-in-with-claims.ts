import * as TE from 'fp-ts/TaskEither'
import type { LogInSettings } from '../../../../adapters/interfaces/site/page/site-dependencies'
import type { LogInClaims } from '../../../../adapters/outside/log-in/log-in-provider'
import type { HttpBrowser } from './http-browser'

/** A provider of borrowers that says the same of everybody. Its claim `cpr` has the CPR number. */
export const logInWithClaims = (claims: LogInClaims): LogInSettings => ({
  hasCardLogIn: false,
  providers: {
    borrowers: {
      ...{ name: 'MitID', cprClaim: 'cpr' },
      provider: {
        origin: 'https://login.example.dk',
        begin: ({ returnUrl }) =>
          TE.right({ url: returnUrl, secrets: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' } }),
        finish: () => TE.right(claims),
        endSessionUrl: () => TE.right(undefined),
      },
    },
  },
})

/** Opens a page, and logs in by that provider. Answers where that leads. */
export const logInByProvider = async (browser: HttpBrowser, path: string) => {
  const { html } = await browser.open(path)
  const way = /<a class="button button-primary" href="([^"]+)"/.exec(html)?.[1]
  if (way === undefined) throw new Error(`${path} led to no log-in`)
  return browser.open(way.replaceAll('&amp;', '&'))
}
