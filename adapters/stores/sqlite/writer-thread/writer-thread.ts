import { MessageChannel, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import * as E from 'fp-ts/Either'
import type { StoreBusy, StoreUnavailable } from '../../../../domain/ports/event-store'
import type { AnswerOf, Batch, FromWriter, Protocol, RequestOf, ToWriter, WriterSetUp } from './messages'
import { placedBytes, type PlaceBytes } from './place-bytes'
import { waitingAnswers } from './waiting-answers'

/** A file that is written elsewhere: whoever hands in requests goes on meanwhile. */
export interface RemoteWriter<P extends Protocol> {
  /** Answers once the commit of a request is durable, or why there was none. Bytes are given a place to travel with it. */
  readonly submit: <Name extends keyof P>(
    name: Name,
    request: (place: PlaceBytes) => RequestOf<P, Name>,
  ) => Promise<E.Either<StoreUnavailable, AnswerOf<P, Name>>>
  /** Whether so many requests wait that no command should be added to them. */
  readonly isBusy: () => boolean
  /** Commits what waits, closes the file, and takes nothing more. */
  readonly close: () => Promise<void>
}

/** How a thread is started, with what it is to be given. */
export type StartWriter<Options> = (setUp: WriterSetUp<Options>) => Worker

/** So many requests wait at most while the disk does not keep up; a command that comes then is refused. */
export const mostWaiting = 2048

export const storeBusy: StoreBusy = { _tag: 'StoreBusy' }

const closed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }
const ended: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the thread that writes has ended; what it was asked last may have been written',
}

/**
 * Starts a thread that writes a file. Requests of one turn of the event loop travel in one message; the thread commits
 * together whatever has been sent while it waited for the disk. Answers come in the order of the requests. The thread
 * keeps the process alive only while somebody waits for an answer.
 */
export const writerThread = <Options, P extends Protocol>(
  start: StartWriter<Options>,
  options: Options,
  most = mostWaiting,
): RemoteWriter<P> => {
  type Answer = FromWriter<P>[number]
  const { port1: port, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const thread = start({ options, port: port2, signal })
  const bytes = placedBytes()
  const waiting = waitingAnswers<Answer>()
  let requests: Array<Batch<P>['requests'][number]> = []
  /** Why nothing more is taken, if that is so. */
  let over: StoreUnavailable | undefined

  const send = (message: ToWriter<P>, handedOver: ArrayBuffer[]): void => {
    port.postMessage(message, handedOver)
    Atomics.add(signal, 0, 1)
    Atomics.notify(signal, 0)
  }
  const sendRequests = (): void => {
    if (requests.length === 0) return
    const taken = bytes.take()
    send({ requests, bytes: taken }, [taken.buffer])
    requests = []
  }
  const settle = (answers: FromWriter<P>): void => {
    for (const answer of answers) waiting.answer(answer)
    if (waiting.count() === 0) port.unref()
  }
  const fail = (): void => {
    over ??= ended
    for (let left = receiveMessageOnPort(port); left !== undefined; left = receiveMessageOnPort(port))
      settle(left.message as FromWriter<P>)
    while (waiting.count() > 0) waiting.answer(E.left(ended))
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
        if (over !== undefined) return resolve(E.left(over))
        // Answers come in order, so each is of the request that has waited longest.
        if (waiting.add(resolve) === 1) port.ref()
        if (requests.push([name, request(bytes.place)]) === 1) setImmediate(sendRequests)
      }),
    isBusy: () => waiting.count() >= most,
    close: () => {
      if (over === undefined) {
        over = closed
        sendRequests()
        send('close', [])
        thread.ref()
      }
      return gone
    },
  }
}
