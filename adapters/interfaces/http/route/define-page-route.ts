import type { ObjectCodec } from '../codecs/object-codec'
import { codecWithSchema } from '../codecs/codec-with-schema'
import type { CallerRole } from '../tokens/caller'
import { defineReadRoute } from './define-route'
import type { ApiTag, Route } from './route'
import type { RouteHandler } from './route-handler'

const Page = codecWithSchema('Page', (u): u is string => typeof u === 'string', { type: 'string' })

interface PageRouteDefinition<P, Q> {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly tag: ApiTag
  /** An auditor reads no page: personal values cannot be withheld from it. */
  readonly roles: ReadonlyArray<Exclude<CallerRole, 'auditor'>>
  readonly params?: ObjectCodec<P>
  readonly query?: ObjectCodec<Q>
  readonly extraStatuses?: Route['extraStatuses']
  /** Answers the HTML document, and its language. */
  readonly handle: RouteHandler<P, Q, unknown, string>
}

/** Defines a route that answers an HTML page. */
export const definePageRoute = <P, Q>(definition: PageRouteDefinition<P, Q>): Route => ({
  ...defineReadRoute({ ...definition, answer: Page, headers: ['Content-Language'] }),
  format: 'html',
})
