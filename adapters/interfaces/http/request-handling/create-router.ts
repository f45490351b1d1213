import { Router, type RequestHandler } from 'express'
import type { Route } from '../route/route'
import type { CrossRequestState } from './cross-request-state'
import { sendProblem } from './send-problem'
import { serveRoute } from './serve-route'
import type { HttpSettings } from './http-settings'
import { noteRequestKind } from './count-requests'

/** Serves a route, and notes its kind for the counts. */
const serveAndNoteKind = (settings: HttpSettings, state: CrossRequestState) => {
  const serve = serveRoute(settings, state)
  return (route: Route): RequestHandler => {
    const handle = serve(route)
    return (request, response, next) => {
      noteRequestKind(response, route.kind)
      return handle(request, response, next)
    }
  }
}

const methodsOf = (routes: ReadonlyArray<Route>, path: string): ReadonlyArray<string> =>
  routes.filter((route) => route.path === path).map(({ method }) => method)

/**
 * Serves the routes without parameters. They are found by method and path in one look-up; Express would try one route
 * after another.
 */
const serveFixedPaths = (serve: (route: Route) => RequestHandler, routes: ReadonlyArray<Route>): RequestHandler => {
  const handlers = new Map(
    routes
      .filter(({ path }) => !path.includes(':'))
      .map((route) => [`${route.method.toUpperCase()} ${route.path}`, serve(route)]),
  )
  return (request, response, next) => {
    const handler = handlers.get(`${request.method} ${request.url}`)
    return handler === undefined ? next() : handler(request, response, next)
  }
}

/** An Express router for the routes. A known path with another method answers 405 with the allowed methods. */
export const createRouter =
  (settings: HttpSettings, state: CrossRequestState) =>
  (routes: ReadonlyArray<Route>): Router => {
    const router = Router({ caseSensitive: true, strict: true })
    const serve = serveAndNoteKind(settings, state)
    router.use(serveFixedPaths(serve, routes))
    for (const route of routes) router[route.method](route.path, serve(route))
    for (const path of new Set(routes.map((route) => route.path)))
      router.all(path, (request, response) =>
        sendProblem(request, response)({ _tag: 'MethodIsNotAllowed', allowed: methodsOf(routes, path) }),
      )
    return router
  }
