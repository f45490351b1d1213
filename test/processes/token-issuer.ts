import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DemoIssuer, DemoUser } from '../../adapters/interfaces/http/tokens/demo-issuer'

/** A token issuer like that of a municipality: a page of public keys, and tokens that they verify. */
export interface TokenIssuer extends Pick<DemoIssuer, 'tokenFor'> {
  /** The settings of a service that trusts this issuer. */
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => void
}

const issuer = 'urn:library:issuer'
const audience = 'urn:library:circulation'
const alg = 'EdDSA'

export const startTokenIssuer = async (): Promise<TokenIssuer> => {
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
