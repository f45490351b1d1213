import { randomBytes, generateKeyPairSync } from 'node:crypto'
import { createDemoIssuer } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import { createTokenVerifier } from '../../../../adapters/interfaces/http/tokens/create-token-verifier'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const secret = randomBytes(32)
const settings = { environment: 'development', folder: 'demo', secret } as const
const issuer = 'https://log-in.example'
const audience = 'glemsom'

type TokenClaims = Readonly<Record<string, unknown>>

const signed = async (claims: TokenClaims, more: TokenClaims = {}): Promise<string> => {
  const { SignJWT } = await import('jose')
  return new SignJWT({ iss: issuer, aud: audience, sub: 'somebody', exp: Date.now() / 1000 + 300, ...claims, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(secret)
}

const check = async (token: string): Promise<unknown> => {
  const { verify } = await createTokenVerifier({ issuer, audience, key: { _tag: 'Secret', secret } })
  return verify(token)()
}

const refusedBecause = (because: string) => ({ _tag: 'Left', left: { _tag: 'TokenIsRefused', because } })

describe('tokens', () => {
  it('name the caller and the role', async () => {
    expect(await check(await signed({ role: 'staff' }))).toEqual({
      _tag: 'Right',
      right: { role: 'staff', subject: 'somebody' },
    })
  })

  it.each([
    ['of another issuer', 'issuerWrong', signed({ role: 'staff' }, { iss: 'https://elsewhere.example' })],
    ['for another audience', 'audienceWrong', signed({ role: 'staff' }, { aud: 'another' })],
    ['out of date', 'tokenExpired', signed({ role: 'staff' }, { exp: 1 })],
    ['of no known role', 'roleUnknown', signed({ role: 'duke' })],
    ['without a role', 'roleMissing', signed({})],
    ['of a borrower who is no borrower id', 'subjectNotBorrowerId', signed({ role: 'borrower' })],
    ['that are not tokens', 'tokenMalformed', Promise.resolve('a.b.c')],
  ])('%s are refused: %s', async (_which, because, token) => {
    expect(await check(await token)).toEqual(refusedBecause(because))
  })

  it('are accepted again until they expire, and refused from then on', async () => {
    const { verify } = await createTokenVerifier({ issuer, audience, key: { _tag: 'Secret', secret } })
    const now = Date.now()
    const token = await signed({ role: 'staff' }, { exp: Math.floor(now / 1000) + 200 })
    expect(await verify(token)()).toMatchObject({ right: { role: 'staff' } })
    expect(await verify(token)()).toMatchObject({ right: { role: 'staff' } })
    // The cache reads the clock at most once a millisecond.
    await new Promise((resolve) => setTimeout(resolve, 10))
    const later = performance.now() + 201_000
    jest.spyOn(performance, 'now').mockReturnValue(later)
    jest.useFakeTimers({ now: now + 201_000, doNotFake: ['nextTick', 'performance', 'queueMicrotask', 'setTimeout'] })
    expect(await verify(token)()).toEqual(refusedBecause('tokenExpired'))
    jest.restoreAllMocks()
    jest.useRealTimers()
  })

  it('are verified with the public key of an issuer, and then not with a shared secret', async () => {
    const { SignJWT } = await import('jose')
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = publicKey.export({ type: 'spki', format: 'pem' })
    const { verify } = await createTokenVerifier({
      issuer,
      audience,
      key: { _tag: 'PublicKey', pem, algorithm: 'ES256' },
    })
    const token = await new SignJWT({ role: 'auditor' })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('dpo')
      .setExpirationTime('5 minutes')
      .sign(privateKey)
    expect(await verify(token)()).toMatchObject({ right: { role: 'auditor' } })
    expect(await verify(await signed({ role: 'staff' }))()).toEqual(refusedBecause('algorithmNotAllowed'))
  })

  it('cannot be verified while the issuer does not answer', async () => {
    const url = new URL('http://127.0.0.1:9/keys')
    const { verify } = await createTokenVerifier({ issuer, audience, key: { _tag: 'KeySet', url } })
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { SignJWT } = await import('jose')
    const token = await new SignJWT({ role: 'staff' }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
    expect(await verify(token)()).toEqual({
      _tag: 'Left',
      left: { _tag: 'TokensUnavailable', reason: expect.any(String) as string },
    })
  })
})

describe('the demo issuer', () => {
  it('issues tokens that it accepts', async () => {
    const { tokenVerifier: tokens, tokenFor } = rightOrThrow(await createDemoIssuer(settings))
    const token = await tokenFor({ role: 'machine', subject: 'demo-machine' })
    expect(await tokens.verify(token)()).toEqual({ _tag: 'Right', right: { role: 'machine', subject: 'demo-machine' } })
  })

  it('refuses to start in production, and for a library that was not made as a demo', async () => {
    expect(await createDemoIssuer({ ...settings, environment: 'production' })).toMatchObject({
      left: { _tag: 'NotInProduction' },
    })
    expect(await createDemoIssuer({ ...settings, folder: 'library' })).toMatchObject({ _tag: 'Left' })
    expect(await createDemoIssuer(settings)).toMatchObject({ _tag: 'Right' })
  })
})
