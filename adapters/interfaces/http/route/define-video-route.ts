import type { ObjectCodec } from '../codecs/object-codec'
import type { CallerRole } from '../tokens/caller'
import { defineReadRoute } from './define-route'
import type { ApiTag, Route } from './route'
import type { RouteHandler } from './route-handler'
import { SentVideoAnswer, type SentVideo } from './sent-video'

interface VideoRouteDefinition<P> {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly tag: ApiTag
  /** An auditor gets no video: nothing can be withheld from it. */
  readonly roles: ReadonlyArray<Exclude<CallerRole, 'auditor'>>
  readonly params: ObjectCodec<P>
  readonly extraStatuses?: Route['extraStatuses']
  readonly handle: RouteHandler<P, unknown, unknown, SentVideo>
}

/** Defines a route that answers a video, piece by piece. */
export const defineVideoRoute = <P>(definition: VideoRouteDefinition<P>): Route<SentVideo> => ({
  ...defineReadRoute({ ...definition, answer: SentVideoAnswer, headers: ['Content-Disposition'] }),
  format: 'video',
})
