import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { RequestHandler, Response } from 'express'
import type { RequestKind } from '../../../system/telemetry/metrics'
import type { HttpDependencies } from './http-dependencies'

/** The id of a request, which its answer names in `X-Request-Id`. */
export const httpRequestIdOf = ({ locals }: Pick<Response, 'locals'>): string => String(locals['request'])

/** Notes the kind of a request, for the counts. */
export const setRequestKindForMetrics = ({ locals }: Pick<Response, 'locals'>, kind: RequestKind): void => {
  locals['kind'] = kind
}

/**
 * Leaves a request out of the counts, unless it fails: a request to a page that needs a log-in. With the time of a count, it
 * would tell when somebody changed something.
 */
export const leaveOutOfMetrics = ({ locals }: Pick<Response, 'locals'>): void => {
  locals['isLeftOut'] = true
}

const isCounted = ({ locals, statusCode }: Pick<Response, 'locals' | 'statusCode'>): boolean =>
  locals['isLeftOut'] !== true || statusCode >= 500

const kindOf = ({ locals }: Pick<Response, 'locals'>): RequestKind => {
  const kind: unknown = locals['kind']
  return kind === 'read' || kind === 'command' ? kind : 'other'
}

/**
 * Gives each request an id, and counts it when it is answered: by its kind and its status. No request is logged: with
 * its time, a line would say when a command appended, and in which order commands of one log came beside those of the
 * other.
 */
export const countRequests =
  ({ metrics }: Pick<HttpDependencies, 'metrics'>): RequestHandler =>
  (_request, response, next) => {
    const startedAt = performance.now()
    const id = randomUUID()
    response.locals['request'] = id
    response.set('X-Request-Id', id)
    response.once('close', () => {
      if (!isCounted(response)) return
      const seconds = (performance.now() - startedAt) / 1000
      metrics.recordRequest({
        kind: kindOf(response),
        status: response.writableFinished ? response.statusCode : 499,
        seconds,
      })
    })
    next()
  }
