import express, { type Express } from 'express'
import { countRequests } from './request-handling/count-requests'
import { errorHandler } from './request-handling/error-handler'
import { operatorHealthAndMetricsRouter } from './request-handling/health-and-metrics'
import type { HttpDependencies } from './request-handling/http-dependencies'
import { sendProblem } from './request-handling/send-problem'
import { httpRequestFailure } from './problems/http-request-failure'

/** The application on the operators' port: `/health` in detail and `/metrics`, without tokens. */
export const createOperatorApp = (settings: HttpDependencies): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(countRequests(settings))
  app.use(operatorHealthAndMetricsRouter(settings))
  app.use((request, response) => sendProblem(request, response)(httpRequestFailure('AddressIsUnknown')))
  app.use(errorHandler(settings))
  return app
}
