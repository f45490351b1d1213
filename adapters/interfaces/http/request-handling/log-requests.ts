import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import type { HttpSettings } from './http-settings'

/**
 * Logs and counts each answered request: route template, method, status, time and request id. Never the address, the
 * query, the body or the caller.
 */
export const logRequests =
  ({ logger, metrics }: HttpSettings): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now()
    const id = randomUUID()
    response.set('X-Request-Id', id)
    response.once('close', () => {
      const ms = performance.now() - startedAt
      const { method } = request
      const route = templateOrNone(response.locals['template'])
      const status = response.writableFinished ? response.statusCode : 499
      metrics.recordRequest({ method: knownMethodOrOther(method), route, status, seconds: ms / 1000 })
      logger.info(
        { request: id, method: knownMethodOrOther(method), route, status, ms: Math.round(ms * 10) / 10 },
        'request answered',
      )
    })
    next()
  }

/** Unknown methods share one label, so that callers cannot add labels. */
const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const knownMethodOrOther = (method: string): string => (knownMethods.has(method) ? method : 'other')
const templateOrNone = (template: unknown): string => (typeof template === 'string' ? template : 'none')

/** Records the route template of a request, for the log. */
export const recordRouteTemplate =
  (template: string): RequestHandler =>
  (_request, response, next) => {
    response.locals['template'] = template
    next()
  }
