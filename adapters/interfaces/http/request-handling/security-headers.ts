import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { HttpSettings } from './http-settings'

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

/** Security headers. Only in production browsers are told to use TLS only. */
export const securityHeaders = ({ mode }: Pick<HttpSettings, 'mode'>): RequestHandler =>
  mode === 'production'
    ? helmet({ contentSecurityPolicy: { directives: contentSources } })
    : helmet({
        contentSecurityPolicy: { directives: { ...contentSources, upgradeInsecureRequests: null } },
        strictTransportSecurity: false,
      })
