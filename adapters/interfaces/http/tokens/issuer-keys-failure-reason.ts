/** What is wrong, by the error codes of jose. */
const reasonsByCode: Readonly<Record<string, string>> = {
  ERR_JWKS_TIMEOUT: 'the issuer does not answer in time',
  ERR_JWKS_INVALID: 'the issuer answers something else than a key set',
  // jose has no code of its own for an answer without the status 200 or without JSON.
  ERR_JOSE_GENERIC: 'the issuer answers something else than a key set',
}

const notReached = 'the issuer cannot be reached'

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** A failed fetch says why in its cause (`ECONNREFUSED`, `CERT_HAS_EXPIRED`). */
const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined)

/** Why the keys of the issuer cannot be fetched, from codes alone: a message may repeat what the issuer has answered. */
export const issuerKeysFailureReason = (error: unknown): string => {
  const code = codeOf(error) ?? codeOf(causeOf(error))
  return code === undefined ? notReached : `${reasonsByCode[code] ?? notReached} (${code})`
}
