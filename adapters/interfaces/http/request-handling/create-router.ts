import { Router } from 'express'
import type { Route } from '../route/route'
import type { CrossRequestState } from './cross-request-state'
import { sendProblem } from './send-problem'
import { serveRoute } from './serve-route'
import type { HttpSettings } from './http-settings'
import { recordRouteTemplate } from './log-requests'

const methodsOf = (routes: ReadonlyArray<Route>, path: string): ReadonlyArray<string> =>
  routes.filter((route) => route.path === path).map(({ method }) => method)

/** An Express router for the routes. A known path with another method answers 405 with the allowed methods. */
export const createRouter =
  (settings: HttpSettings, state: CrossRequestState) =>
  (routes: ReadonlyArray<Route>): Router => {
    const router = Router({ caseSensitive: true, strict: true })
    for (const route of routes)
      router[route.method](route.path, recordRouteTemplate(route.path), serveRoute(settings, state)(route))
    for (const path of new Set(routes.map((route) => route.path)))
      router.all(path, recordRouteTemplate(path), (request, response) =>
        sendProblem(request, response)({ _tag: 'MethodIsNotAllowed', allowed: methodsOf(routes, path) }),
      )
    return router
  }
