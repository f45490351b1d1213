import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpApp } from '../../../../adapters/interfaces/http/create-http-app'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { createTokenVerifier } from '../../../../adapters/interfaces/http/tokens/create-token-verifier'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { checkAgainstOpenApi } from './check-against-openapi'
import { type Reply } from './with-http-server'

const issuer = 'https://log-in.example'
const audience = 'glemsom'
const [key, otherKey] = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' })) as [Pair, Pair]

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

type TokenClaims = Readonly<Record<string, unknown>>

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow

const good: TokenClaims = { iss: issuer, aud: audience, sub: 'demo-staff', role: 'staff', exp: seconds(3600) }

/** A token with these claims; a claim that is undefined is left out. */
const sign = async (claims: TokenClaims, header: TokenClaims = {}, by: KeyObject = key.privateKey): Promise<string> => {
  const { SignJWT } = await import('jose')
  return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(by)
}

const signWithSecret = async (): Promise<string> => {
  const { SignJWT } = await import('jose')
  return new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(new Uint8Array(32))
}

/** Serves a key set, or a status without one. */
const serveKeys = async (status: number): Promise<{ readonly url: URL; readonly close: () => void }> => {
  const { exportJWK } = await import('jose')
  const keys = [{ ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }]
  const server = createServer((_request, response) => response.writeHead(status).end(JSON.stringify({ keys })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${String(port)}/keys`),
    close: () => server.close().closeAllConnections(),
  }
}

interface Served {
  readonly ask: (authorization: string | undefined, language?: string) => Promise<Reply>
  readonly loggedText: () => string
}

/** Serves a library whose tokens come from an issuer with a key set. */
const withIssuer = (use: (served: Served) => Promise<void>, keysStatus = 200): Promise<void> =>
  withRunningLibrary(async (library) => {
    const keys = await serveKeys(keysStatus)
    const lines: string[] = []
    const logger = createLogger({ write: (line: string) => void lines.push(line) })
    const tokenVerifier = await createTokenVerifier({ issuer, audience, key: { _tag: 'KeySet', url: keys.url } })
    const app = createHttpApp({
      library,
      tokenVerifier,
      logger,
      metrics: createMetrics(),
      publicUrl: 'https://bibliotek.example.dk',
      mode: 'trial',
    })
    const server = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
    try {
      await use({
        loggedText: () => lines.join(''),
        ask: async (authorization, language = 'en') => {
          const headers = { 'Accept-Language': language, ...(authorization === undefined ? {} : { authorization }) }
          const response = await fetch(`${server.url}/overdue`, { headers })
          const text = await response.text()
          const reply = { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
          checkAgainstOpenApi('GET', '/overdue', reply)
          return reply
        },
      })
    } finally {
      await server.close()
      keys.close()
    }
  })

const withoutSignature = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6InN0YWZmIn0.'

const refusedTokens: ReadonlyArray<readonly [reason: string, token: () => Promise<string>]> = [
  ['tokenExpired', () => sign({ exp: seconds(-60) })],
  ['tokenNotYetValid', () => sign({ nbf: seconds(600) })],
  ['audienceWrong', () => sign({ aud: 'another' })],
  ['audienceWrong', () => sign({ aud: ['another', 'third'] })],
  ['issuerWrong', () => sign({ iss: 'https://elsewhere.example' })],
  ['signatureWrong', () => sign({}, {}, otherKey.privateKey)],
  ['signatureWrong', async () => `${(await sign({})).slice(0, -8)}AAAAAAAA`],
  ['keyUnknown', () => sign({}, { kid: 'two' })],
  ['algorithmNotAllowed', signWithSecret],
  ['algorithmNotAllowed', () => Promise.resolve(withoutSignature)],
  ['tokenMalformed', () => Promise.resolve('not-a-token')],
  ['tokenMalformed', () => Promise.resolve('')],
  ['tokenMalformed', () => Promise.resolve('two words')],
  ['tokenMalformed', () => Promise.resolve('x'.repeat(8193))],
  ['claimMissing', () => sign({ exp: undefined })],
  ['claimMissing', () => sign({ sub: undefined })],
  ['claimMissing', () => sign({ sub: '' })],
  ['claimMissing', () => sign({ aud: undefined })],
  ['claimMissing', () => sign({ iss: undefined })],
  ['claimMalformed', () => sign({ nbf: 'soon' })],
  ['claimMalformed', () => sign({ sub: 7 })],
  ['roleMissing', () => sign({ role: undefined })],
  ['roleUnknown', () => sign({ role: 'duke' })],
  ['roleUnknown', () => sign({ role: ['staff'] })],
  ['subjectNotBorrowerId', () => sign({ role: 'borrower' })],
]

describe('a refused token', () => {
  it('is answered with its reason: in WWW-Authenticate, in the problem in both languages, and in the log', () =>
    withIssuer(async ({ ask, loggedText }) => {
      expect((await ask(`Bearer ${await sign({})}`)).status).toBe(200)
      for (const [reason, makeToken] of refusedTokens) {
        const authorization = `Bearer ${await makeToken()}`
        const [en, da] = [await ask(authorization), await ask(authorization, 'da')]
        expect([reason, en.status, en.body.because, da.body.because]).toEqual([reason, 401, reason, reason])
        expect(en.body.type).toBe('urn:glemsom:problem:token-is-refused')
        expect(en.headers.get('www-authenticate')).toBe(
          `Bearer realm="glemsom", error="invalid_token", error_description="${String(en.body.detail)}"`,
        )
        // What RFC 6750, section 3, allows in a description.
        expect(en.body.detail).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
        expect(da.body.detail).not.toBe(en.body.detail)
        expect(loggedText()).toContain(`"because":"${reason}"`)
      }
      for (const value of ['demo-staff', 'elsewhere', 'duke', 'another', 'eyJ'])
        expect(loggedText()).not.toContain(value)
    }))

  it('differs from none, and from another way to log in: both get a challenge without an error code', () =>
    withIssuer(async ({ ask, loggedText }) => {
      for (const authorization of [undefined, 'Basic c3RhZmY6c3RhZmY=']) {
        const reply = await ask(authorization)
        expect([reply.status, reply.body.type]).toEqual([401, 'urn:glemsom:problem:token-is-missing'])
        expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="glemsom"')
      }
      expect(loggedText()).toContain('"because":"tokenMissing"')
    }))

  it('is logged once a minute for each reason, however often it is sent', () =>
    withIssuer(async ({ ask, loggedText }) => {
      for (let count = 0; count < 5; count++) await ask('Bearer nonsense')
      expect(loggedText().match(/"because":"tokenMalformed"/g)).toHaveLength(1)
    }))

  it.each([404, 500])('is not said when the issuer answers %i instead of its keys: that is 503', (status) =>
    withIssuer(async ({ ask, loggedText }) => {
      const reply = await ask(`Bearer ${await sign({})}`)
      expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '5'])
      expect(reply.body.type).toBe('urn:glemsom:problem:tokens-unavailable')
      expect(reply.headers.get('www-authenticate')).toBeNull()
      expect(loggedText()).toContain('"because":"keysUnavailable"')
    }, status),
  )
})
