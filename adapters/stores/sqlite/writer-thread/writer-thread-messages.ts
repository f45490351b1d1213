import type { MessagePort } from 'node:worker_threads'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'

/** The requests to a writer, by name, with their answers. Both are copied between threads. */
export type WriterProtocol = Readonly<Record<string, readonly [request: unknown, answer: unknown]>>

export type WriterRequestOf<P extends WriterProtocol, Name extends keyof P> = P[Name][0]
export type WriterAnswerOf<P extends WriterProtocol, Name extends keyof P> = P[Name][1]

/** The range of some bytes within the bytes of a message; `end` is exclusive. */
export type ByteRange = readonly [start: number, end: number]

/** The requests of one turn of the event loop, in order, and the bytes that they refer to. */
export interface WriterRequestBatch<P extends WriterProtocol> {
  readonly requests: ReadonlyArray<readonly [name: keyof P, request: WriterRequestOf<P, keyof P>]>
  readonly bytes: Uint8Array
}

/** A message to the thread: requests, or `close`: to commit pending work, close the file and end. */
export type WriterMessage<P extends WriterProtocol> = WriterRequestBatch<P> | 'close'

/** A message of the thread: the answer to each request, in the order of the requests. */
export type WriterAnswers<P extends WriterProtocol> = ReadonlyArray<
  Either<StoreUnavailable, WriterAnswerOf<P, keyof P>>
>

/** The data that a thread is started with. */
export interface WriterThreadStartData<Options> {
  readonly options: Options
  readonly port: MessagePort
  /** One number, incremented with each message: the thread sleeps until it changes. */
  readonly signal: Int32Array<SharedArrayBuffer>
}
