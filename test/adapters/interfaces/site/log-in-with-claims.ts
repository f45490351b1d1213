import * as TE from 'fp-ts/TaskEither'
import type { LogInSettings } from '../../../../adapters/interfaces/site/page/site-dependencies'
import type { LogInClaims } from '../../../../adapters/outside/log-in/log-in-provider'

/**
 * A provider of borrowers that sends everybody back at once, with these claims. Its claim `cpr` has the CPR number.
 * `returnUrls`: gets the addresses to which it was asked to lead back.
 */
export const logInWithClaims = (claims: LogInClaims, returnUrls: string[] = []): LogInSettings => ({
  hasCardLogIn: false,
  providers: {
    borrowers: {
      ...{ name: 'MitID', cprClaim: 'cpr' },
      provider: {
        origin: 'https://login.example.dk',
        begin: ({ returnUrl }) => {
          returnUrls.push(returnUrl)
          return TE.right({ url: returnUrl, secrets: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' } })
        },
        finish: () => TE.right(claims),
        endSessionUrl: () => TE.right(undefined),
      },
    },
  },
})
