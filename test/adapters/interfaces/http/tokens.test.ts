import { randomBytes, generateKeyPairSync } from 'node:crypto'
import { demoIssuer } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import { verifier } from '../../../../adapters/interfaces/http/tokens/verifier'
import { right } from '../../../fixtures/right'

const secret = randomBytes(32)
const place = { environment: 'development', clock: 'simulated', folder: 'demo', secret } as const
const issuer = 'https://log-in.example'
const audience = 'glemsom'

type Claims = Readonly<Record<string, unknown>>

const signed = async (claims: Claims, more: Claims = {}): Promise<string> => {
  const { SignJWT } = await import('jose')
  return new SignJWT({ iss: issuer, aud: audience, sub: 'somebody', exp: Date.now() / 1000 + 300, ...claims, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(secret)
}

const check = async (token: string): Promise<unknown> => {
  const { verify } = await verifier({ issuer, audience, key: { _tag: 'Secret', secret } })
  return verify(token)()
}

const refused = { _tag: 'Left', left: { _tag: 'TokenIsRefused' } }

describe('tokens', () => {
  it('say who asks, and in which role', async () => {
    expect(await check(await signed({ role: 'staff' }))).toEqual({
      _tag: 'Right',
      right: { role: 'staff', subject: 'somebody' },
    })
  })

  it.each([
    ['of another issuer', signed({ role: 'staff' }, { iss: 'https://elsewhere.example' })],
    ['for another audience', signed({ role: 'staff' }, { aud: 'another' })],
    ['out of date', signed({ role: 'staff' }, { exp: 1 })],
    ['of no known role', signed({ role: 'duke' })],
    ['without a role', signed({})],
    ['of a borrower who is no borrower id', signed({ role: 'borrower' })],
    ['that are no tokens', Promise.resolve('a.b.c')],
  ])('%s are refused', async (_which, token) => {
    expect(await check(await token)).toEqual(refused)
  })

  it('are taken again while they last, and refused from the moment they end', async () => {
    const { verify } = await verifier({ issuer, audience, key: { _tag: 'Secret', secret } })
    const token = await signed({ role: 'staff' }, { exp: Math.floor(Date.now() / 1000) + 2 })
    expect(await verify(token)()).toMatchObject({ right: { role: 'staff' } })
    expect(await verify(token)()).toMatchObject({ right: { role: 'staff' } })
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(await verify(token)()).toEqual(refused)
  })

  it('are taken by the public key of an issuer, and then not by a shared secret', async () => {
    const { SignJWT } = await import('jose')
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = publicKey.export({ type: 'spki', format: 'pem' })
    const { verify } = await verifier({ issuer, audience, key: { _tag: 'PublicKey', pem, algorithm: 'ES256' } })
    const token = await new SignJWT({ role: 'auditor' })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('dpo')
      .setExpirationTime('5 minutes')
      .sign(privateKey)
    expect(await verify(token)()).toMatchObject({ right: { role: 'auditor' } })
    expect(await verify(await signed({ role: 'staff' }))()).toEqual(refused)
  })

  it('cannot be checked while the issuer does not answer', async () => {
    const url = new URL('http://127.0.0.1:9/keys')
    const { verify } = await verifier({ issuer, audience, key: { _tag: 'KeySet', url } })
    const token = await signed({ role: 'staff' })
    expect(await verify(token)()).toMatchObject({ _tag: 'Left' })
  })
})

describe('the issuer for trying things out', () => {
  it('makes tokens that it takes', async () => {
    const { tokens, tokenFor } = right(await demoIssuer(place))
    const token = await tokenFor({ role: 'machine', subject: 'demo-machine' })
    expect(await tokens.verify(token)()).toEqual({ _tag: 'Right', right: { role: 'machine', subject: 'demo-machine' } })
  })

  it('refuses to start in production, and on a real library that is not marked as a demo', async () => {
    expect(await demoIssuer({ ...place, environment: 'production' })).toMatchObject({
      left: { _tag: 'NotInProduction' },
    })
    expect(await demoIssuer({ ...place, clock: 'real', folder: 'library' })).toMatchObject({ _tag: 'Left' })
    expect(await demoIssuer({ ...place, clock: 'real' })).toMatchObject({ _tag: 'Right' })
  })
})
