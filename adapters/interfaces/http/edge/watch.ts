import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import type { HttpSettings } from './settings'

/**
 * Writes a line and counts a request once it is answered: route template, method, status, time and an id of the
 * request. Never the address, the query, the body or who asked.
 */
export const watch =
  ({ log, metrics }: HttpSettings): RequestHandler =>
  (request, response, next) => {
    const begun = performance.now()
    const id = randomUUID()
    response.set('X-Request-Id', id)
    response.once('close', () => {
      const ms = performance.now() - begun
      const { method } = request
      const route = routeOf(response.locals['template'])
      const status = response.writableFinished ? response.statusCode : 499
      metrics.requested({ method: known(method), route, status, seconds: ms / 1000 })
      log.info({ request: id, method: known(method), route, status, ms: Math.round(ms * 10) / 10 }, 'answered')
    })
    next()
  }

/** Whoever makes up a method makes no new label. */
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const known = (method: string): string => (methods.has(method) ? method : 'other')
const routeOf = (template: unknown): string => (typeof template === 'string' ? template : 'none')

/** Notes which route template is being served. */
export const served =
  (template: string): RequestHandler =>
  (_request, response, next) => {
    response.locals['template'] = template
    next()
  }
