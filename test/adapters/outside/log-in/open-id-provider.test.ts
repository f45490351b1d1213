import express from 'express'
import { createDemoLogIn } from '../../../../adapters/interfaces/demo-log-in/create-demo-log-in'
import { queueRequestsUntilOpen } from '../../../../adapters/interfaces/http/queue-requests-until-open'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { createOpenIdProvider } from '../../../../adapters/outside/log-in/create-open-id-provider'
import type { LogInProvider } from '../../../../adapters/outside/log-in/log-in-provider'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { createHttpBrowser } from '../../interfaces/site/http-browser'

const users = [{ id: 'vera', name: { da: 'Vera', en: 'Vera' }, claims: { role: 'staff' } }]

/** A provider on this machine, as the site knows it. */
const withProvider = async (
  use: (provider: LogInProvider, url: string) => Promise<void>,
  assurance?: string,
): Promise<void> => {
  const { handle, answerWith } = queueRequestsUntilOpen()
  const server = await startHttpServer(handle, { host: '127.0.0.1', port: 0 })
  try {
    const { url } = server
    const returnUrls = { logIn: `${url}/back`, logOut: `${url}/out` }
    const { router, issuer, client } = await createDemoLogIn({
      ...{ publicUrl: url, returnUrls },
      answerErrors: (error: unknown, _request, _response, next) => {
        next(error)
      },
      findOffer: () => Promise.resolve({ users, isFirstBorrowerForgotten: false }),
    })
    const app = express()
    app.use(router)
    app.get('/back', (_request, response) => void response.send('back'))
    answerWith(app)
    await use(createOpenIdProvider({ issuer, ...client, scope: 'openid', assurance, mayBePlainHttp: true }), url)
  } finally {
    await server.close()
  }
}

/** Goes through a log-in as Vera. Answers where it ends, and the secrets with which that is checked. */
const logIn = async (provider: LogInProvider, url: string) => {
  const begun = rightOrThrow(await provider.begin({ returnUrl: `${url}/back`, language: 'da', isFresh: true })())
  const browser = createHttpBrowser(url)
  await browser.open(begun.url)
  return { address: (await browser.submit('name="user"', { user: 'vera' })).url, secrets: begun.secrets }
}

describe('a provider of OpenID Connect', () => {
  it('tells who has logged in, once', () =>
    withProvider(async (provider, url) => {
      const { address, secrets } = await logIn(provider, url)
      expect(rightOrThrow(await provider.finish(address, secrets)())).toMatchObject({ sub: 'vera', role: 'staff' })
      expect(await provider.finish(address, secrets)()).toMatchObject({ left: { because: 'answerRefused' } })
    }))

  it.each(['state', 'nonce', 'codeVerifier'] as const)('is not believed when the %s is of another log-in', (secret) =>
    withProvider(async (provider, url) => {
      const { address, secrets } = await logIn(provider, url)
      const other = (await logIn(provider, url)).secrets
      const outcome = await provider.finish(address, { ...secrets, [secret]: other[secret] })()
      expect(outcome).toMatchObject({ left: { because: 'answerRefused' } })
    }),
  )

  it('is not believed when its assurance is less than was asked for', () =>
    withProvider(async (provider, url) => {
      const { address, secrets } = await logIn(provider, url)
      expect(await provider.finish(address, secrets)()).toMatchObject({ left: { code: 'assurance_too_low' } })
    }, 'https://data.gov.dk/concept/core/nsis/loa/Substantial'))

  it('may say that the person gave up, and its own words are not repeated', () =>
    withProvider(async (provider, url) => {
      const { secrets } = await logIn(provider, url)
      const iss = `${url}/demo-log-in`
      const answer = new URLSearchParams({
        error: 'access_denied',
        error_description: 'Vera',
        state: secrets.state,
        iss,
      })
      const outcome = await provider.finish(new URL(`${url}/back?${answer.toString()}`), secrets)()
      expect(outcome).toEqual({
        _tag: 'Left',
        left: { _tag: 'LogInFailed', because: 'givenUp', code: 'access_denied' },
      })
    }))

  it('may be away, and is asked again at the next log-in', async () => {
    const server = await startHttpServer(() => undefined, { host: '127.0.0.1', port: 0 })
    await server.close()
    const away = createOpenIdProvider({
      ...{ issuer: server.url, clientId: 'a', clientSecret: 'b', scope: 'openid' },
      ...{ assurance: undefined, mayBePlainHttp: true },
    })
    for (let tries = 0; tries < 2; tries += 1) {
      const outcome = await away.begin({ returnUrl: `${server.url}/back`, language: 'da', isFresh: false })()
      expect(outcome).toMatchObject({ left: { because: 'providerUnavailable' } })
    }
  })
})
