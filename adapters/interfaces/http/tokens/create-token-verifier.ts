import { hash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { callerFromClaims, type TokenClaims } from './caller-from-claims'
import { issuerKeysFailureReason } from './issuer-keys-failure-reason'
import { tokenRefusalReason } from './token-refusal-reason'
import { tokenIsRefused, type TokenVerifier, type TokenIsRefused, type TokensUnavailable } from './token-verifier'
import { boundedCache } from '../../../system/caching/bounded-cache'

/** The key that verifies tokens. */
type TokenKey =
  /** The key set (JWKS) of the issuer; fetched when needed and cached. */
  | { readonly _tag: 'KeySet'; readonly url: URL }
  /** A public key in PEM (SPKI). */
  | { readonly _tag: 'PublicKey'; readonly pem: string; readonly algorithm: 'RS256' | 'ES256' | 'EdDSA' }
  /** A secret shared by issuer and verifier. */
  | { readonly _tag: 'Secret'; readonly secret: Uint8Array }

/** Expected issuer and audience of tokens, and the key that verifies them. */
interface TokenSettings {
  readonly issuer: string
  readonly audience: string
  readonly key: TokenKey
}

const algorithmsOf = (key: TokenKey): ReadonlyArray<string> => {
  switch (key._tag) {
    case 'KeySet':
      return ['RS256', 'PS256', 'ES256', 'EdDSA']
    case 'PublicKey':
      return [key.algorithm]
    case 'Secret':
      return ['HS256']
  }
}

type Options = { readonly issuer: string; readonly audience: string; readonly algorithms: string[] }

type CheckToken = (token: string, options: Options) => Promise<TokenClaims>

/** How tokens are checked with a key, and how the key is fetched anew, if it is. */
interface KeyUse {
  readonly check: CheckToken
  readonly reload?: () => Promise<void>
}

/** jose ships as ES modules only. */
const useKey = async (key: TokenKey): Promise<KeyUse> => {
  const { jwtVerify, createRemoteJWKSet, importSPKI } = await import('jose')
  if (key._tag === 'KeySet') {
    const keys = createRemoteJWKSet(key.url)
    return {
      check: async (token, options) => (await jwtVerify(token, keys, options)).payload,
      reload: keys.reload,
    }
  }
  const verificationKey = key._tag === 'Secret' ? key.secret : await importSPKI(key.pem, key.algorithm)
  return { check: async (token, options) => (await jwtVerify(token, verificationKey, options)).payload }
}

/** How long a verified token is accepted without another check, in ms, unless it expires before. */
const cacheMs = 60_000
const maxCachedTokens = 10_000

/** Caches the claims of verified tokens by digest: clients send the same token with every request. */
const withCache = (check: CheckToken): CheckToken => {
  const claimsByDigest = boundedCache<string, TokenClaims>(maxCachedTokens, { ttl: cacheMs })
  return async (token, options) => {
    const digest = hash('sha256', token, 'base64')
    const cached = claimsByDigest.get(digest)
    if (cached !== undefined) return cached
    const claims = await check(token, options)
    const remainingMs = Math.floor(Number(claims['exp']) * 1000 - Date.now())
    if (remainingMs > 0) claimsByDigest.set(digest, claims, { ttl: Math.min(cacheMs, remainingMs) })
    return claims
  }
}

const tokensUnavailable = (error: unknown): TokensUnavailable => ({
  _tag: 'TokensUnavailable',
  reason: issuerKeysFailureReason(error),
})

/** An error that is not about the token is about the issuer: its keys cannot be fetched, or are no key set. */
const toTokenFailure = (error: unknown): TokenIsRefused | TokensUnavailable => {
  const because = tokenRefusalReason(error)
  return because === undefined ? tokensUnavailable(error) : tokenIsRefused(because)
}

/** Verifies bearer tokens: signature, issuer, audience, time and role. Every token must expire. */
export const createTokenVerifier = async ({ issuer, audience, key }: TokenSettings): Promise<TokenVerifier> => {
  const { check: checkWithKey, reload } = await useKey(key)
  const check = withCache(checkWithKey)
  const options = { issuer, audience, algorithms: [...algorithmsOf(key)], requiredClaims: ['exp', 'sub'] }
  return {
    verify: (token) => async () => {
      try {
        return callerFromClaims(await check(token, options))
      } catch (error) {
        return E.left(toTokenFailure(error))
      }
    },
    ...(reload === undefined ? {} : { fetchKeys: TE.tryCatch(reload, tokensUnavailable) }),
  }
}
