import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { Logger } from '../../../system/telemetry/logger'
import type { HttpFailure } from '../problems/http-failure'

/** How often at most a reason is logged, in ms. */
const logInterval = 60_000

/** Logs a failure, if it is one of the token. */
export type ReportRefusedToken = (logger: Pick<Logger, 'warn'>, failure: HttpFailure) => void

const reasonOf = (failure: HttpFailure): string | undefined => {
  if (failure._tag === 'TokenIsRefused') return failure.because
  if (failure._tag === 'TokenIsMissing') return 'tokenMissing'
  return failure._tag === 'TokensUnavailable' ? 'keysUnavailable' : undefined
}

interface Reason {
  readonly loggedAt: number
  /** How many requests were refused for this reason since then. */
  readonly refused: number
}

/**
 * Logs why tokens are refused, with the reason that the caller gets: never the token, its subject or the route. A reason
 * is logged at once, and after that at most once a minute, with the number of requests since.
 */
export const createRefusedTokenReporter = ({ elapsed }: MonotonicClock): ReportRefusedToken => {
  const reasons = new Map<string, Reason>()
  return (logger, failure) => {
    const because = reasonOf(failure)
    if (because === undefined) return
    const now = elapsed()
    const { loggedAt, refused } = reasons.get(because) ?? { loggedAt: -logInterval, refused: 0 }
    if (now - loggedAt < logInterval) {
      reasons.set(because, { loggedAt, refused: refused + 1 })
      return
    }
    logger.warn({ because, requests: refused + 1 }, 'requests were refused because of their tokens')
    reasons.set(because, { loggedAt: now, refused: 0 })
  }
}
