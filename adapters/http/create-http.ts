import express, { type Express } from 'express'
import { docs } from './docs/docs'
import { originOf } from './edge/idempotency'
import { onError } from './edge/on-error'
import { routing } from './edge/routing'
import { secure } from './edge/secure'
import { sendProblem } from './edge/send-problem'
import type { HttpSettings } from './edge/settings'
import { vitals } from './edge/vitals'
import { watch } from './edge/watch'
import { describe } from './openapi/describe'
import { edge } from './problems/edge-failure'
import { routes } from './resources/routes'

/** The most that a body may hold. */
const largestBody = '64kb'

/** The library over HTTP: everything that is routed is described at `/openapi.json`, from the same source. */
export const createHttp = (settings: HttpSettings): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.use(watch(settings))
  app.use(secure(settings))
  app.use(vitals(settings))
  app.use(docs(describe(routes)))
  app.use(express.json({ limit: largestBody, strict: false }))
  app.use(routing(settings, originOf())(routes))
  app.use((request, response) => sendProblem(request, response)(edge('PageIsUnknown')))
  app.use(onError(settings))
  return app
}
