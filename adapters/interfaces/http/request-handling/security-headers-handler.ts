import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { HttpDependencies } from './http-dependencies'

/** Swagger UI sets styles on its elements and shows images from data URIs. */
const contentSources = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
}

type Settings = Pick<HttpDependencies, 'mode'>

const helmetFor = ({ mode }: Settings): ReturnType<typeof helmet> =>
  mode === 'production'
    ? helmet({ contentSecurityPolicy: { directives: contentSources } })
    : helmet({
        contentSecurityPolicy: { directives: { ...contentSources, upgradeInsecureRequests: null } },
        strictTransportSecurity: false,
      })

/** The headers that helmet sets. They are the same for every answer, so helmet computes them once. */
const headersFrom = (settings: Settings): ReadonlyArray<readonly [string, string]> => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  helmetFor(settings)(response.req, response, () => undefined)
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)])
}

/** Security headers. Only in production browsers are told to use TLS only. */
export const securityHeadersHandler = (settings: Settings): RequestHandler => {
  const headers = headersFrom(settings)
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    next()
  }
}
