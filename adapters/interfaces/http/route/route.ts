import type { Either } from 'fp-ts/Either'
import type * as t from 'io-ts'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CommandOrigin } from '../../../../domain/use-cases/command-metadata'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { AnyObjectCodec } from '../codecs/object-codec'
import type { WrongPinCounter } from '../request-handling/wrong-pin-counter'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller, CallerRole } from '../tokens/caller'
import type { AnswerFormat } from './answer-format'
import type { RouteAnswer } from './route-handler'
import type { ReceivedVideo } from './received-video'
import type { RequestSource } from './request-source'
import type { TextRepresentation } from './text-representation'
import type { UndecodedRequestContent } from './undecoded-request-content'

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete'
export const apiTags = [
  'Catalogue',
  'Loans',
  'Reservations',
  'Borrowers',
  'Fees',
  'Messages',
  'Collection',
  'Statistics',
  'Video surveillance',
  'Administration',
] as const
export type ApiTag = (typeof apiTags)[number]

/** An undecoded request, with what request handling knows about it. */
export interface UndecodedRouteRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: HttpCaller
  readonly source: RequestSource
  readonly library: RunningLibrary
  readonly publicUrl: string
  /** Reads the idempotency key; called once path and body are decoded. */
  readonly origin: (content: UndecodedRequestContent) => Either<HttpFailure, CommandOrigin>
  readonly ifMatch: string | undefined
  /** The bytes of a route that receives video; undefined for others. */
  readonly received: ReceivedVideo | undefined
  readonly wrongPinCounter: WrongPinCounter
}

/** A header that only some routes answer. */
type AnswerHeader = 'ETag' | 'Location' | 'Content-Language' | 'Content-Disposition'

/** A route: requests are served and described from this definition. `A`: the body of its answer. */
export interface Route<A = unknown> {
  readonly method: HttpMethod
  /** In the syntax of Express: `/copies/:copy`. */
  readonly path: string
  /** The operation id. */
  readonly name: string
  readonly summary: string
  readonly tag: ApiTag
  /** A route for anyone ignores tokens. */
  readonly roles: 'anyone' | ReadonlyArray<CallerRole>
  readonly params: AnyObjectCodec
  readonly query: AnyObjectCodec
  /** Undefined when the route takes no body. */
  readonly body: AnyObjectCodec | undefined
  /** The body is a video, which is not read before the route asks for it. */
  readonly receives?: 'video' | undefined
  readonly answer: t.Mixed
  readonly format: AnswerFormat
  /** Forms of the answer beside JSON. */
  readonly textRepresentations: ReadonlyArray<TextRepresentation<unknown>>
  readonly status: 200 | 201 | 202
  /** Further error statuses of this route. */
  readonly extraStatuses: ReadonlyArray<number>
  /** A read can wait for a position; a command takes an idempotency key and answers a position. */
  readonly kind: 'read' | 'command'
  readonly ifMatch: 'no' | 'may' | 'must'
  /** The headers of the answer beside those that every answer has. */
  readonly headers: ReadonlyArray<AnswerHeader>
  /** Whether the answer shows records of borrowers, at which staff have looked who get it. */
  readonly opensRecords: boolean
  readonly run: (input: UndecodedRouteRequest) => TaskEither<HttpFailure, RouteAnswer<A>>
}
