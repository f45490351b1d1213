import { Router } from 'express'
import type { Route } from '../route/route'
import type { Kept } from './kept'
import { sendProblem } from './send-problem'
import { serveRoute } from './serve-route'
import type { HttpSettings } from './settings'
import { served } from './watch'

const methodsOf = (routes: ReadonlyArray<Route>, path: string): ReadonlyArray<string> =>
  routes.filter((route) => route.path === path).map(({ method }) => method)

/** Routes of express, made from the definitions; a known path with another method says what may be done there. */
export const routing =
  (settings: HttpSettings, kept: Kept) =>
  (routes: ReadonlyArray<Route>): Router => {
    const router = Router({ caseSensitive: true, strict: true })
    for (const route of routes) router[route.method](route.path, served(route.path), serveRoute(settings, kept)(route))
    for (const path of new Set(routes.map((route) => route.path)))
      router.all(path, served(path), (request, response) =>
        sendProblem(request, response)({ _tag: 'MethodIsNotAllowed', allowed: methodsOf(routes, path) }),
      )
    return router
  }
