import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import * as E from 'fp-ts/Either'
import type { StoreBusy, StoreUnavailable } from '../../../../domain/ports/event-store'
import type {
  WriterAnswerOf,
  WriterRequestBatch,
  WriterAnswers,
  WriterProtocol,
  WriterRequestOf,
  WriterMessage,
  WriterThreadStartData,
} from './writer-thread-messages'
import { createByteCollector, type MessageByteAppender } from './message-byte-appender'
import { createPendingThreadAnswers } from './pending-thread-answers'
import type { Thread } from './start-thread'

/** A file that another thread writes. */
export interface WriterThread<P extends WriterProtocol> {
  /** Answers once the request is committed durably, or why it is not. `placeBytes` sends bytes beside it. */
  readonly submit: <Name extends keyof P>(
    name: Name,
    request: (placeBytes: MessageByteAppender) => WriterRequestOf<P, Name>,
  ) => Promise<E.Either<StoreUnavailable, WriterAnswerOf<P, Name>>>
  /** Whether so many requests wait that no command should add one. */
  readonly isBusy: () => boolean
  /** Commits the pending work, closes the file, and refuses further work. */
  readonly close: () => Promise<void>
}

/** Starts a thread with its data. */
type StartWriter<Options> = (setUp: WriterThreadStartData<Options>) => Thread

/** The most requests that wait for the disk; further commands are refused. */
const maxWaiting = 2048

/** The most requests of a message: while one message is committed, the next one is made. */
const maxRequestsInMessage = 16

export const writerQueueFull: StoreBusy = { _tag: 'StoreBusy' }

const storeClosed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }
const threadEnded: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the writer thread has ended; its last requests may have been written',
}

/** Whether a store has lost its writer thread: only another process can write again. */
export const isWriterThreadEndedReason = (reason: string): boolean => reason === threadEnded.reason

/**
 * Starts a thread that writes a file. Requests that are made together are sent together, in messages of limited length;
 * the thread commits together all messages that came while it waited for the disk. Answers come in the order of the
 * requests. The thread keeps the process alive only while a request waits for its answer.
 */
export const startWriterThread = <Options, P extends WriterProtocol>(
  start: StartWriter<Options>,
  options: Options,
  maxRequests = maxWaiting,
): WriterThread<P> => {
  type Answer = WriterAnswers<P>[number]
  const { port1: port, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const thread = start({ options, port: port2, signal })
  const bytes = createByteCollector()
  const waiting = createPendingThreadAnswers<Answer>()
  let requests: Array<WriterRequestBatch<P>['requests'][number]> = []
  /** Why further requests are refused; undefined while they are accepted. */
  let refusal: StoreUnavailable | undefined

  const send = (message: WriterMessage<P>, transferred: ArrayBuffer[]): void => {
    port.postMessage(message, transferred)
    Atomics.add(signal, 0, 1)
    Atomics.notify(signal, 0)
  }
  const sendRequests = (): void => {
    if (requests.length === 0) return
    const taken = bytes.take()
    send({ requests, bytes: taken }, [taken.buffer])
    requests = []
  }
  const settle = (answers: WriterAnswers<P>): void => {
    for (const answer of answers) waiting.answer(answer)
    if (waiting.count() === 0) port.unref()
  }
  const fail = (): void => {
    refusal ??= threadEnded
    for (let left = receiveMessageOnPort(port); left !== undefined; left = receiveMessageOnPort(port))
      settle(left.message as WriterAnswers<P>)
    while (waiting.count() > 0) waiting.answer(E.left(threadEnded))
  }
  const gone = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      fail()
      port.close()
      resolve()
    })
  })
  port.on('message', settle)
  thread.on('error', fail)
  thread.unref()
  port.unref()
  return {
    submit: (name, request) =>
      new Promise((resolve) => {
        if (refusal !== undefined) return resolve(E.left(refusal))
        // Answers come in order: each belongs to the request that has waited longest.
        if (waiting.add(resolve) === 1) port.ref()
        const count = requests.push([name, request(bytes.place)])
        if (count === maxRequestsInMessage) sendRequests()
        else if (count === 1) process.nextTick(sendRequests)
      }),
    isBusy: () => waiting.count() >= maxRequests,
    close: () => {
      if (refusal === undefined) {
        refusal = storeClosed
        sendRequests()
        send('close', [])
        thread.ref()
      }
      return gone
    },
  }
}
