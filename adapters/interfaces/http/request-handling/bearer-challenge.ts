import type { HttpFailure } from '../problems/http-failure'
import { toProblemDetails } from '../problems/problem-details'

const realm = 'Bearer realm="glemsom"'

const withError = (error: string, failure: HttpFailure): string =>
  `${realm}, error="${error}", error_description="${toProblemDetails('en')(failure).detail}"`

/**
 * The value of `WWW-Authenticate` for a failure with that status (RFC 6750, section 3): none unless the caller, its
 * token or its role is refused. Without a token there is no error code.
 */
export const bearerChallenge = (status: number, failure: HttpFailure): string | undefined => {
  if (status === 403) return withError('insufficient_scope', failure)
  if (status !== 401) return undefined
  return failure._tag === 'TokenIsRefused' ? withError('invalid_token', failure) : realm
}
