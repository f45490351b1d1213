import { hash } from 'node:crypto'
import * as TE from 'fp-ts/TaskEither'
import { LRUCache } from 'lru-cache'
import { callerOf } from './caller-of'
import type { Tokens, TokenIsRefused, TokensUnavailable } from './tokens'

/** Where the key comes from that tokens are signed with. */
export type TokenKey =
  /** The issuer's own page of keys; fetched when needed, and kept for a while. */
  | { readonly _tag: 'KeySet'; readonly url: URL }
  /** A public key in PEM (SPKI). */
  | { readonly _tag: 'PublicKey'; readonly pem: string; readonly algorithm: 'RS256' | 'ES256' | 'EdDSA' }
  /** A secret that issuer and verifier share. */
  | { readonly _tag: 'Secret'; readonly secret: Uint8Array }

/** Whose tokens are taken, and for whom they must be meant. */
export interface TokenSettings {
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

type Claims = Readonly<Record<string, unknown>>
type Options = { readonly issuer: string; readonly audience: string; readonly algorithms: string[] }

type Check = (token: string, options: Options) => Promise<Claims>

/** jose ships as ES modules only. */
const checkWith = async (key: TokenKey): Promise<Check> => {
  const { jwtVerify, createRemoteJWKSet, importSPKI } = await import('jose')
  if (key._tag === 'KeySet') {
    const keys = createRemoteJWKSet(key.url)
    return async (token, options) => (await jwtVerify(token, keys, options)).payload
  }
  const one = key._tag === 'Secret' ? key.secret : await importSPKI(key.pem, key.algorithm)
  return async (token, options) => (await jwtVerify(token, one, options)).payload
}

/** Ms for which a token that has been checked is taken again unchecked, unless it ends before. */
const takenAgain = 60_000
const mostTokens = 10_000

/** A desk shows one token with every request. What is remembered of it is its digest. */
const nowAndThen = (check: Check): Check => {
  const known = new LRUCache<string, Claims>({ max: mostTokens, ttl: takenAgain })
  return async (token, options) => {
    const digest = hash('sha256', token, 'base64')
    const before = known.get(digest)
    if (before !== undefined) return before
    const claims = await check(token, options)
    const left = Math.floor(Number(claims['exp']) * 1000 - Date.now())
    if (left > 0) known.set(digest, claims, { ttl: Math.min(takenAgain, left) })
    return claims
  }
}

/** Errors of jose have codes: those of a token begin so. */
const isAboutTheToken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^ERR_(JW[TS]|JOSE_(ALG|NOT)|JWKS_(NO|MULTIPLE))/.test(error.code)

/** A verifier of bearer tokens: signature, issuer, audience, time and role. Every token must end some time. */
export const verifier = async ({ issuer, audience, key }: TokenSettings): Promise<Tokens> => {
  const check = nowAndThen(await checkWith(key))
  const options = { issuer, audience, algorithms: [...algorithmsOf(key)], requiredClaims: ['exp', 'sub'] }
  return {
    verify: (token) =>
      TE.chainEitherKW(callerOf)(
        TE.tryCatch(
          () => check(token, options),
          (error): TokenIsRefused | TokensUnavailable =>
            isAboutTheToken(error) ? { _tag: 'TokenIsRefused' } : { _tag: 'TokensUnavailable' },
        ),
      ),
  }
}
