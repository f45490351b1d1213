import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DemoIssuer, DemoUser } from '../../adapters/interfaces/http/tokens/demo-issuer'

/** An issuer of tokens as a municipality has one: a page of public keys, and tokens that they verify. */
export interface Issuer extends Pick<DemoIssuer, 'tokenFor'> {
  /** What a service is told of it. */
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => void
}

const issuer = 'urn:library:issuer'
const audience = 'urn:library:circulation'
const alg = 'EdDSA'

export const startIssuer = async (): Promise<Issuer> => {
  const { exportJWK, generateKeyPair, SignJWT } = await import('jose')
  const { publicKey, privateKey } = await generateKeyPair(alg, { crv: 'Ed25519' })
  const page = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg, use: 'sig' }] })
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'application/json').end(page))
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  const { port } = server.address() as AddressInfo
  return {
    environment: {
      GLEMSOM_ISSUER: issuer,
      GLEMSOM_AUDIENCE: audience,
      GLEMSOM_KEYS_URL: `http://127.0.0.1:${String(port)}/keys`,
    },
    tokenFor: ({ role, subject }: DemoUser) =>
      new SignJWT({ role })
        .setProtectedHeader({ alg })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('1 day')
        .sign(privateKey),
    stop: () => void server.close(),
  }
}
