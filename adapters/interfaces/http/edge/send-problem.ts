import type { Request, Response } from 'express'
import type { Failure } from '../problems/failure'
import { problemOf } from '../problems/problem'
import { tongueOf } from './tongue'
import { wrongPinsCount } from './wrong-pins'

/** Seconds after which it is worth trying again, by status. */
const retryAfter: Readonly<Record<number, number>> = { 503: 5, 429: wrongPinsCount / 1000 }

/** What waits for the disk is written within a second, or the disk does not answer. */
const retryBusy = 1

const secondsToWait = (status: number, { _tag }: Failure): number | undefined =>
  _tag === 'StoreBusy' ? retryBusy : retryAfter[status]

const headersFor = (status: number, failure: Failure): Readonly<Record<string, string>> => {
  const seconds = secondsToWait(status, failure)
  return {
    ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    ...(failure._tag === 'MethodIsNotAllowed' ? { Allow: failure.allowed.join(', ').toUpperCase() } : {}),
  }
}

/** Answers with problem details (RFC 9457) in the caller's language. */
export const sendProblem =
  (request: Request, response: Response) =>
  (failure: Failure): void => {
    const tongue = tongueOf(request)
    const problem = problemOf(tongue)(failure)
    response
      .status(problem.status)
      .set(headersFor(problem.status, failure))
      .set({ 'Content-Language': tongue, 'Cache-Control': 'no-store' })
      .vary('Accept-Language')
      .type('application/problem+json')
      .send(JSON.stringify(problem))
  }
