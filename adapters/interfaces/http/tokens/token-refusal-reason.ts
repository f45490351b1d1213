import type { TokenRefusalReason } from './token-verifier'

/** The reasons by the error codes of jose. Other errors are not about the token. */
const reasonsByCode: Readonly<Record<string, TokenRefusalReason>> = {
  ERR_JWT_EXPIRED: 'tokenExpired',
  ERR_JWT_INVALID: 'tokenMalformed',
  ERR_JWS_INVALID: 'tokenMalformed',
  ERR_JOSE_NOT_SUPPORTED: 'tokenMalformed',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signatureWrong',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithmNotAllowed',
  ERR_JWKS_NO_MATCHING_KEY: 'keyUnknown',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'keyUnknown',
}

/** The reasons by the claim that has another value than expected. */
const reasonsByClaim: Readonly<Record<string, TokenRefusalReason>> = {
  aud: 'audienceWrong',
  iss: 'issuerWrong',
  nbf: 'tokenNotYetValid',
}

/** What jose tells about a claim that it refuses. */
const claimReason = (error: Error): TokenRefusalReason => {
  const reason = 'reason' in error ? error.reason : undefined
  const claim = 'claim' in error && typeof error.claim === 'string' ? error.claim : ''
  if (reason === 'missing') return 'claimMissing'
  return (reason === 'check_failed' ? reasonsByClaim[claim] : undefined) ?? 'claimMalformed'
}

/** Why a token is refused, by an error of jose; undefined when the error is not about the token. */
export const tokenRefusalReason = (error: unknown): TokenRefusalReason | undefined => {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined
  return error.code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' ? claimReason(error) : reasonsByCode[error.code]
}
