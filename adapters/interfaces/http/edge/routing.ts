import { Router, type RequestHandler } from 'express'
import type { Route } from '../route/route'
import type { Kept } from './kept'
import { sendProblem } from './send-problem'
import { serveRoute } from './serve-route'
import type { HttpSettings } from './settings'
import { served } from './watch'

/** Serves a route, and notes its template for the log. */
const servingRoute = (settings: HttpSettings, kept: Kept) => {
  const serve = serveRoute(settings, kept)
  return (route: Route): RequestHandler => {
    const note = served(route.path)
    const handle = serve(route)
    return (request, response, next) => {
      note(request, response, () => undefined)
      return handle(request, response, next)
    }
  }
}

const methodsOf = (routes: ReadonlyArray<Route>, path: string): ReadonlyArray<string> =>
  routes.filter((route) => route.path === path).map(({ method }) => method)

/** Routes without parameters by method and address: those are found at once, and not one after the other. */
const byAddress = (serve: (route: Route) => RequestHandler, routes: ReadonlyArray<Route>): RequestHandler => {
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

/** Routes of express, made from the definitions; a known path with another method says what may be done there. */
export const routing =
  (settings: HttpSettings, kept: Kept) =>
  (routes: ReadonlyArray<Route>): Router => {
    const router = Router({ caseSensitive: true, strict: true })
    const serve = servingRoute(settings, kept)
    router.use(byAddress(serve, routes))
    for (const route of routes) router[route.method](route.path, serve(route))
    for (const path of new Set(routes.map((route) => route.path)))
      router.all(path, served(path), (request, response) =>
        sendProblem(request, response)({ _tag: 'MethodIsNotAllowed', allowed: methodsOf(routes, path) }),
      )
    return router
  }
