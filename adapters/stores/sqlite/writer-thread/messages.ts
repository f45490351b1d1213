import type { MessagePort } from 'node:worker_threads'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'

/** What a writer can be asked, by name: each request, and what it is answered. Both are copied between threads. */
export type Protocol = Readonly<Record<string, readonly [request: unknown, answer: unknown]>>

export type RequestOf<P extends Protocol, Name extends keyof P> = P[Name][0]
export type AnswerOf<P extends Protocol, Name extends keyof P> = P[Name][1]

/** Where bytes stand within those that travel with a message: the first, and one past the last. */
export type Span = readonly [start: number, end: number]

/** Requests that were handed in during one turn of the event loop, in order, and the bytes that they speak of. */
export interface Batch<P extends Protocol> {
  readonly requests: ReadonlyArray<readonly [name: keyof P, request: RequestOf<P, keyof P>]>
  readonly bytes: Uint8Array
}

/** What the thread is sent: requests to be carried out, or the order to commit what waits, close the file and end. */
export type ToWriter<P extends Protocol> = Batch<P> | 'close'

/** What the thread sends: an answer for each request, in the order of the requests. */
export type FromWriter<P extends Protocol> = ReadonlyArray<Either<StoreUnavailable, AnswerOf<P, keyof P>>>

/** What a thread is started with. */
export interface WriterSetUp<Options> {
  readonly options: Options
  readonly port: MessagePort
  /** One number, counted up with each message: the thread sleeps until it changes. */
  readonly signal: Int32Array<SharedArrayBuffer>
}
