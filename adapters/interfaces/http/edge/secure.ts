import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { HttpSettings } from './settings'

/** The page to try things on is Swagger UI: it sets styles within its elements, and shows pictures from data. */
const sources = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
}

type Settings = Pick<HttpSettings, 'mode'>

const helmetFor = ({ mode }: Settings) =>
  mode === 'production'
    ? helmet({ contentSecurityPolicy: { directives: sources } })
    : helmet({
        contentSecurityPolicy: { directives: { ...sources, upgradeInsecureRequests: null } },
        strictTransportSecurity: false,
      })

/** The headers are the same for every answer, so helmet is asked for them once. */
const headersFrom = (settings: Settings): ReadonlyArray<readonly [string, string]> => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  helmetFor(settings)(response.req, response, () => undefined)
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)])
}

/** Headers that keep browsers safe. Only in production are they told to come by TLS alone. */
export const secure = (settings: Settings): RequestHandler => {
  const headers = headersFrom(settings)
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    next()
  }
}
