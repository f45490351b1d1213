import { performance } from 'node:perf_hooks'
import express, { type Express } from 'express'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import { findDemoRequests } from './docs/demo/find-demo-requests'
import { createDocsRouter } from './docs/create-docs-router'
import { createEmailVerificationRouter } from './pages/create-email-verification-router'
import { createStylesheetRouter, stylesheetPaths } from './pages/create-stylesheet-router'
import { createCrossRequestState } from './request-handling/cross-request-state'
import { errorHandler } from './request-handling/error-handler'
import { createRouter } from './request-handling/create-router'
import { refuseOtherMethods } from './request-handling/refuse-all-methods-but-reading'
import { readJsonBody } from './request-handling/read-json-body'
import { refusePlainHttp } from './request-handling/refuse-plain-http'
import { securityHeadersHandler } from './request-handling/security-headers-handler'
import { sendProblem } from './request-handling/send-problem'
import type { HttpDependencies } from './request-handling/http-dependencies'
import { healthAndMetrics } from './request-handling/health-and-metrics'
import { countRequests } from './request-handling/count-requests'
import { openApiDescription } from './openapi/openapi-description'
import { httpRequestFailure } from './problems/http-request-failure'
import { routes } from './resources/routes'
import { createTransparencyRouter } from './transparency/create-transparency-router'

const monotonicClock: MonotonicClock = { elapsed: () => performance.now() }

/** What is served beside the routes. It can only be read. */
const readOnlyPaths = ['/', '/docs', '/openapi.json', '/health', '/metrics', ...stylesheetPaths]

/**
 * The description of the interface, made when it is first asked for; in a demo library with examples that succeed there as
 * it is now.
 */
const describeFor = ({ library }: HttpDependencies): (() => Promise<object>) => {
  let withoutExamples: object | undefined
  return async () =>
    library.isDemo
      ? openApiDescription(routes, await findDemoRequests(library))
      : (withoutExamples ??= openApiDescription(routes))
}

/**
 * The Express application that serves the library. Every route is described at `/openapi.json`, from the same
 * definition. `clock` measures how long a card stays locked.
 */
export const createHttpApp = (settings: HttpDependencies, clock: MonotonicClock = monotonicClock): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.set('trust proxy', [...(settings.trustedProxies ?? [])])
  app.use(countRequests(settings))
  app.use(securityHeadersHandler(settings))
  app.use(refuseOtherMethods(readOnlyPaths))
  app.use(healthAndMetrics(settings))
  app.use(refusePlainHttp(settings))
  app.use(createDocsRouter(describeFor(settings)))
  if (settings.site === undefined) app.get('/', (_request, response) => response.redirect('/docs'))
  app.use(createTransparencyRouter(settings))
  app.use(createStylesheetRouter())
  app.use(createEmailVerificationRouter(settings))
  if (settings.site !== undefined) app.use(settings.site)
  app.use(readJsonBody())
  app.use(createRouter(settings, createCrossRequestState(clock, settings.library))(routes))
  app.use((request, response) => sendProblem(request, response)(httpRequestFailure('AddressIsUnknown')))
  app.use(errorHandler(settings))
  return app
}
