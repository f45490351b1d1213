import type { RequestHandler } from 'express'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpDependencies } from './http-dependencies'
import { sendProblem } from './send-problem'

/**
 * In production, refuses what did not come over TLS, or of which no trusted proxy says so: tokens, cookies and pages would
 * be readable on the way.
 */
export const refusePlainHttp =
  ({ mode }: Pick<HttpDependencies, 'mode'>): RequestHandler =>
  (request, response, next) => {
    if (mode === 'trial' || request.secure) next()
    else sendProblem(request, response)(httpRequestFailure('TlsIsMissing'))
  }
