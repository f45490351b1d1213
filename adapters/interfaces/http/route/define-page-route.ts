import type { TaskEither } from 'fp-ts/TaskEither'
import type { ObjectCodec } from '../codecs/object-codec'
import { codecWithSchema } from '../codecs/codec-with-schema'
import type { HttpFailure } from '../problems/http-failure'
import type { CallerRole } from '../tokens/caller'
import { defineReadRoute } from './define-route'
import type { RecordsInAnswer } from './record-looks-of-staff'
import type { ApiTag, Route } from './route'
import type { RouteAnswer, RouteRequest } from './route-handler'

const Page = codecWithSchema('Page', (u): u is string => typeof u === 'string', { type: 'string' })

/** A page: the HTML document, and its language. */
export type PageAnswer = Required<Pick<RouteAnswer<string>, 'body' | 'language'>>

type PageHandler<P, Q> = (request: RouteRequest<P, Q, unknown>) => TaskEither<HttpFailure, PageAnswer>

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
  readonly opensRecordsOf?: RecordsInAnswer<P, string>
  readonly handle: PageHandler<P, Q>
}

/** Defines a route that answers an HTML page. */
export const definePageRoute = <P, Q>(definition: PageRouteDefinition<P, Q>): Route => ({
  ...defineReadRoute({ ...definition, answer: Page, headers: ['Content-Language'] }),
  format: 'html',
})
