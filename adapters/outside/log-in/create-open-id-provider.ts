import * as TE from 'fp-ts/TaskEither'
import { pipe } from 'fp-ts/function'
import { stateInLanguage } from './language-of-state'
import { logInFailureOf } from './log-in-failure'
import type { LogInClaims, LogInFailed, LogInProvider } from './log-in-provider'

/** How the site is known to a provider. */
export interface OpenIdSettings {
  /** The address of the issuer; its metadata is found from there. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What is asked for: `openid` and what the provider needs to tell the claims. */
  readonly scope: string
  /** The assurance that is asked for (`acr_values`); undefined when the provider has one only. */
  readonly assurance: string | undefined
  /** Whether the provider may be reached without TLS: the one of the demo, on this machine. */
  readonly mayBePlainHttp: boolean
}

/** Ms after which a provider that does not answer counts as unavailable. */
const timeoutSeconds = 10

/** The library ships as ES modules only. */
const load = () => import('openid-client')

type Configuration = Awaited<ReturnType<Awaited<ReturnType<typeof load>>['discovery']>>

/** Reads the provider's metadata when it is first needed, and again after a failure. */
const discoverOnce = (settings: OpenIdSettings): (() => Promise<Configuration>) => {
  let discovered: Promise<Configuration> | undefined
  return async () => {
    // oxlint-disable-next-line typescript/no-deprecated -- deprecated as a warning: it is for the demo alone.
    const { discovery, allowInsecureRequests } = await load()
    discovered ??= discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
      timeout: timeoutSeconds,
      execute: settings.mayBePlainHttp ? [allowInsecureRequests] : [],
    })
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw error
    }
  }
}

/** OpenID Connect: code flow with PKCE, state and nonce. What the provider tells is read from the ID token. */
export const createOpenIdProvider = (settings: OpenIdSettings): LogInProvider => {
  const { issuer, scope, assurance } = settings
  const discover = discoverOnce(settings)
  const isAssured = ({ acr }: LogInClaims): boolean =>
    assurance === undefined || assurance.split(' ').includes(String(acr))
  return {
    origin: new URL(issuer).origin,
    begin: ({ returnUrl, language, isFresh }) =>
      TE.tryCatch(async () => {
        const client = await load()
        const secrets = {
          state: stateInLanguage(client.randomState(), language),
          nonce: client.randomNonce(),
          codeVerifier: client.randomPKCECodeVerifier(),
        }
        const url = client.buildAuthorizationUrl(await discover(), {
          ...{ redirect_uri: returnUrl, scope, state: secrets.state, nonce: secrets.nonce, ui_locales: language },
          ...{ code_challenge: await client.calculatePKCECodeChallenge(secrets.codeVerifier) },
          code_challenge_method: 'S256',
          ...(assurance === undefined ? {} : { acr_values: assurance }),
          ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
        })
        return { url: url.href, secrets }
      }, logInFailureOf),
    finish: (address, { state, nonce, codeVerifier }) =>
      pipe(
        TE.tryCatch(async () => {
          const client = await load()
          const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier }
          const tokens = await client.authorizationCodeGrant(await discover(), address, {
            ...checks,
            idTokenExpected: true,
          })
          return tokens.claims() ?? {}
        }, logInFailureOf),
        TE.filterOrElse(isAssured, (): LogInFailed => ({
          ...{ _tag: 'LogInFailed', because: 'answerRefused', code: 'assurance_too_low' },
        })),
      ),
    endSessionUrl: (returnUrl) =>
      TE.tryCatch(async () => {
        const client = await load()
        const configuration = await discover()
        return configuration.serverMetadata().end_session_endpoint === undefined
          ? undefined
          : client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnUrl }).href
      }, logInFailureOf),
  }
}
