import type { ErrorRequestHandler, Request, Response } from 'express'
import { monthOf } from '../../../../domain/values/month'
import { todayByMachineClock } from '../../../system/clock/today-by-machine-clock'
import { isStoreError } from '../../../stores/throwable-store-error'
import { toLoggableError } from '../../../system/telemetry/loggable-error'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import { httpRequestIdOf } from './count-requests'
import { sendProblem } from './send-problem'
import type { HttpDependencies } from './http-dependencies'

type FailureByErrorType = Readonly<Record<string, HttpFailure>>

/** Failures by the error types of Express and its body parser. */
const bodyParserFailures: FailureByErrorType = {
  'entity.too.large': httpRequestFailure('BodyIsTooLarge'),
  'parameters.too.many': httpRequestFailure('BodyIsTooLarge'),
  'encoding.unsupported': httpRequestFailure('BodyCompressionIsUnknown'),
  'charset.unsupported': httpRequestFailure('BodyCharsetIsUnknown'),
  'request.aborted': httpRequestFailure('JsonIsMalformed'),
  'request.size.invalid': httpRequestFailure('JsonIsMalformed'),
}

const isMalformedUrl = (error: unknown): boolean => error instanceof URIError

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined

const toHttpFailure = (error: unknown): HttpFailure | undefined => {
  if (isMalformedUrl(error)) return httpRequestFailure('AddressIsMalformed')
  if (isStoreError(error)) return { _tag: 'StoreUnavailable', reason: error.reason }
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  const failure = typeof type === 'string' ? bodyParserFailures[type] : undefined
  return failure ?? (statusOf(error) === 400 ? httpRequestFailure('JsonIsMalformed') : undefined)
}

type AnswerFailure = (request: Request, response: Response) => (failure: HttpFailure) => void

/**
 * Answers errors that no handler caught. An invalid request gets its own problem; any other error is logged without its
 * message and answered as unexpected. `answer`: how a failure is answered, by default as a problem.
 */
export const errorHandler =
  ({ logger }: Pick<HttpDependencies, 'logger'>, answer: AnswerFailure = sendProblem): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const failure = toHttpFailure(error)
    if (failure === undefined) {
      // The frames may name a command of *persons*, whose log has months only.
      const on = monthOf(todayByMachineClock())
      logger.error({ on, request: httpRequestIdOf(response), error: toLoggableError(error) }, 'a request failed')
    }
    if (response.headersSent) next(error)
    else answer(request, response)(failure ?? httpRequestFailure('Unexpected'))
  }
