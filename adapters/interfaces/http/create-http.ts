import { performance } from 'node:perf_hooks'
import express, { type Express } from 'express'
import type { MachineClock } from '../../../domain/ports/clocks'
import { docs } from './docs/docs'
import { kept } from './edge/kept'
import { onError } from './edge/on-error'
import { readJson } from './edge/read-json'
import { routing } from './edge/routing'
import { secure } from './edge/secure'
import { sendProblem } from './edge/send-problem'
import type { HttpSettings } from './edge/settings'
import { vitals } from './edge/vitals'
import { watch } from './edge/watch'
import { describe } from './openapi/describe'
import { edge } from './problems/edge-failure'
import { routes } from './resources/routes'

const monotonic: MachineClock = { elapsed: () => performance.now() }

/**
 * The library over HTTP: everything that is routed is described at `/openapi.json`, from the same source. The clock
 * measures how long a card stays locked.
 */
export const createHttp = (settings: HttpSettings, clock: MachineClock = monotonic): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.use(watch(settings))
  app.use(secure(settings))
  app.use(vitals(settings))
  app.use(docs(describe(routes)))
  app.use(readJson())
  app.use(routing(settings, kept(clock))(routes))
  app.use((request, response) => sendProblem(request, response)(edge('PageIsUnknown')))
  app.use(onError(settings))
  return app
}
