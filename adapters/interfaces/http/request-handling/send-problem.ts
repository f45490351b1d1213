import type { Request, Response } from 'express'
import type { HttpFailure } from '../problems/http-failure'
import { toProblemDetails } from '../problems/problem-details'
import { answerLanguageOf } from './answer-language'
import { answerStatusOf, retryAfterHeader } from './answer-status'
import { bearerChallenge } from './bearer-challenge'

const headersFor = (status: number, failure: HttpFailure): Readonly<Record<string, string>> => {
  const challenge = bearerChallenge(status, failure)
  return {
    ...retryAfterHeader(answerStatusOf(status, failure._tag)),
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
