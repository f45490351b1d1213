import type { TaskEither } from 'fp-ts/TaskEither'
import type { Origin } from '../../../../domain/use-cases/origin'
import type { System } from '../../../processes/running/system'
import type { WrongPins } from '../edge/wrong-pins'
import type { Failure } from '../problems/failure'
import type { Caller } from '../tokens/caller'

/** A request that has been decoded, with who asks and whom to ask. */
export interface Call<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly caller: Caller
  readonly system: System
  /** Whether the command carries an idempotency key. */
  readonly origin: Origin
  /** The ETag that the caller has read, when it names one. */
  readonly ifMatch: string | undefined
  readonly wrongPins: WrongPins
}

/** What a route answers with. */
export interface Answered<A> {
  readonly body: A
  /** Without the quotes. */
  readonly etag?: string
  /** Where what was made can be read. */
  readonly location?: string
}

export type Handle<P, Q, B, A> = (call: Call<P, Q, B>) => TaskEither<Failure, Answered<A>>

/** Answers with a body and nothing else. */
export const answered = <A>(body: A): Answered<A> => ({ body })
