import type { TaskEither } from 'fp-ts/TaskEither'
import type { CommandOrigin } from '../../../../domain/use-cases/command-metadata'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { WrongPinCounter } from '../request-handling/wrong-pin-counter'
import type { HttpFailure } from '../problems/http-failure'
import type { AnswerLanguage } from '../problems/http-problem-text'
import type { HttpCaller } from '../tokens/caller'
import type { ReceivedVideo } from './received-video'
import type { RequestSource } from './request-source'

/** A decoded request with its caller and the library. */
export interface RouteRequest<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly caller: HttpCaller
  readonly source: RequestSource
  readonly library: RunningLibrary
  /** Where people reach the pages: links in mails begin with it. */
  readonly publicUrl: string
  /** How ids of the command are derived: from an idempotency key, or at random. */
  readonly origin: CommandOrigin
  /** The ETag of If-Match, when the caller sends one. */
  readonly ifMatch: string | undefined
  /** The bytes of a route that receives video; undefined for others. */
  readonly received: ReceivedVideo | undefined
  readonly wrongPinCounter: WrongPinCounter
}

/** The answer of a route. */
export interface RouteAnswer<A> {
  readonly body: A
  /** The ETag without quotes. */
  readonly etag?: string
  /** The language of a page. */
  readonly language?: AnswerLanguage
  /** The name under which a browser saves the answer, when it is for saving. It holds no personal value. */
  readonly fileName?: string
  /** The path of what was created. */
  readonly location?: string
}

export type RouteHandler<P, Q, B, A> = (request: RouteRequest<P, Q, B>) => TaskEither<HttpFailure, RouteAnswer<A>>

/** An answer with a body only. */
export const answerWithBody = <A>(body: A): RouteAnswer<A> => ({ body })
