import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { FailingPartRegistry } from '../../../processes/failures/failing-system-part-registry'
import type { TokenVerifier } from './token-verifier'

/** A token verifier that notes whether the keys of the issuer can be fetched. */
export interface TokenVerifierWithKeyCheck extends TokenVerifier {
  /** Fetches the keys when that is due: once a minute, and with each call while they cannot be fetched. */
  readonly checkKeys: () => Promise<void>
}

/** Ms between calls of `checkKeys`: so long a failure may be shown after it has ended. */
export const issuerKeysCheckInterval = 5000

/** Ms between two fetches of keys while they can be fetched. */
const fetchInterval = 60_000

const part = 'issuerKeys'

/**
 * The same verifier. The part `issuerKeys` fails while the keys of the issuer cannot be fetched, and works again when
 * they are fetched: a token that is verified with keys in memory says nothing of that.
 */
export const reportFailingIssuerKeys = (
  { verify, fetchKeys }: TokenVerifier,
  { failed, worked, list }: Pick<FailingPartRegistry, 'failed' | 'worked' | 'list'>,
  clock: MonotonicClock,
): TokenVerifierWithKeyCheck => {
  let fetchedAt = -Infinity
  return {
    verify: (token) => async () => {
      const verified = await verify(token)()
      if (verified._tag === 'Left' && verified.left._tag === 'TokensUnavailable') failed(part, verified.left.reason)
      return verified
    },
    checkKeys: async () => {
      const isDue = list().length > 0 || clock.elapsed() - fetchedAt >= fetchInterval
      if (fetchKeys === undefined || !isDue) return
      fetchedAt = clock.elapsed()
      const fetched = await fetchKeys()
      if (fetched._tag === 'Left') failed(part, fetched.left.reason)
      else worked(part)
    },
  }
}
