import type { Request, Response } from 'express'
import { countOfLinksMs } from '../../../../domain/use-cases/email-link'
import type { HttpFailure } from '../problems/http-failure'
import { toProblemDetails } from '../problems/problem-details'
import { answerLanguageOf } from './answer-language'
import { bearerChallenge } from './bearer-challenge'
import { longestPinLockMs } from './wrong-pin-counter'

/** Seconds after which a client may try again, by status. */
const retryAfterSeconds: Readonly<Record<number, number>> = { 503: 5, 429: longestPinLockMs / 1000 }

/** Seconds for which links are counted: a day, rounded up to a quarter-hour. */
const retryAfterSecondsWhenManyLinks = (countOfLinksMs + 15 * 60_000) / 1000

/** Seconds after which a client may try again when the store was busy: a working disk writes all that waits in one. */
const retryAfterSecondsWhenBusy = 1

const retryAfter = (status: number, { _tag }: HttpFailure): number | undefined => {
  if (_tag === 'TooManyEmailLinks') return retryAfterSecondsWhenManyLinks
  return _tag === 'StoreBusy' ? retryAfterSecondsWhenBusy : retryAfterSeconds[status]
}

const headersFor = (status: number, failure: HttpFailure): Readonly<Record<string, string>> => {
  const seconds = retryAfter(status, failure)
  const challenge = bearerChallenge(status, failure)
  return {
    ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
    ...(challenge === undefined ? {} : { 'WWW-Authenticate': challenge }),
    ...(failure._tag === 'MethodIsNotAllowed' ? { Allow: failure.allowed.join(', ').toUpperCase() } : {}),
  }
}

/** Sends problem details (RFC 9457) in the language of the caller. */
export const sendProblem =
  (request: Request, response: Response) =>
  (failure: HttpFailure): void => {
    const language = answerLanguageOf(request)
    const problem = toProblemDetails(language)(failure)
    response
      .status(problem.status)
      .set(headersFor(problem.status, failure))
      .set({ 'Content-Language': language, 'Cache-Control': 'no-store' })
      .vary('Accept-Language')
      .type('application/problem+json')
      .send(JSON.stringify(problem))
  }
