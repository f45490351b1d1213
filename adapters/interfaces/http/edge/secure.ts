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

/** Headers that keep browsers safe. Only in production are they told to come by TLS alone. */
export const secure = ({ mode }: Pick<HttpSettings, 'mode'>): RequestHandler =>
  mode === 'production'
    ? helmet({ contentSecurityPolicy: { directives: sources } })
    : helmet({
        contentSecurityPolicy: { directives: { ...sources, upgradeInsecureRequests: null } },
        strictTransportSecurity: false,
      })
