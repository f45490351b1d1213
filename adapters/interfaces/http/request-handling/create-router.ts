import { Router, type RequestHandler } from 'express'
import type { Route } from '../route/route'
import type { CrossRequestState } from './cross-request-state'
import { sendProblem } from './send-problem'
import { serveRoute } from './serve-route'
import type { HttpDependencies } from './http-dependencies'
import { setRequestKindForMetrics } from './count-requests'

/** Serves a route, and notes its kind for the counts. */
const serveAndNoteKind = (settings: HttpDependencies, state: CrossRequestState) => {
  const serve = serveRoute(settings, state)
  return (route: Route): RequestHandler => {
    const handle = serve(route)
    return (request, response, next) => {
      setRequestKindForMetrics(response, route.kind)
      return handle(request, response, next)
    }
  }
}

/** The methods of a path. Whatever can be read can be asked for its headers alone. */
const methodsOf = (routes: ReadonlyArray<Route>, path: string): ReadonlyArray<string> =>
  routes.filter((route) => route.path === path).flatMap(({ method }) => (method === 'get' ? ['get', 'head'] : [method]))

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

/** The paths of the routes, those without parameters first: `/borrowers/look-up` is not a borrower of that name. */
const pathsOf = (routes: ReadonlyArray<Route>): ReadonlyArray<string> => {
  const paths = [...new Set(routes.map(({ path }) => path))]
  return [...paths.filter((path) => !path.includes(':')), ...paths.filter((path) => path.includes(':'))]
}

/** An Express router for the routes. A known path with another method answers 405 with the allowed methods. */
export const createRouter =
  (settings: HttpDependencies, state: CrossRequestState) =>
  (routes: ReadonlyArray<Route>): Router => {
    const router = Router({ caseSensitive: true, strict: true })
    const serve = serveAndNoteKind(settings, state)
    router.use(serveFixedPaths(serve, routes))
    for (const path of pathsOf(routes)) {
      for (const route of routes) if (route.path === path) router[route.method](path, serve(route))
      router.all(path, (request, response) =>
        sendProblem(request, response)({ _tag: 'MethodIsNotAllowed', allowed: methodsOf(routes, path) }),
      )
    }
    return router
  }
