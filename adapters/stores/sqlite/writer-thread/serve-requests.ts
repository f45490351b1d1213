import { receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { storeUnavailable } from '../failure'
import { groupCommit, type GroupCommit, type Job } from '../group-commit'
import type { Db } from '../open'
import type { AnswerOf, Batch, FromWriter, Protocol, RequestOf, ToWriter, WriterSetUp } from './messages'

/** What writes a file: it carries out requests, within transactions that this module begins and ends. */
export interface Writer<P extends Protocol> {
  readonly db: Db
  readonly operations: {
    readonly [Name in keyof P]: (request: RequestOf<P, Name>, bytes: Uint8Array) => AnswerOf<P, Name>
  }
  /** Operations that cannot stand within a transaction: each is carried out when all before it are committed. */
  readonly apart: ReadonlySet<keyof P>
  /** A transaction was rolled back: what is remembered of it is wrong. */
  readonly undone: () => void
}

type Opened<P extends Protocol> = E.Either<StoreUnavailable, Writer<P>>

/** Carries out batches in their order. Requests in a row share one commit, also those of several batches. */
const carryOut =
  <P extends Protocol>({ operations, apart }: Writer<P>, commit: GroupCommit) =>
  (batches: ReadonlyArray<Batch<P>>): FromWriter<P> => {
    type Answer = AnswerOf<P, keyof P>
    const answers: Array<E.Either<StoreUnavailable, Answer>> = []
    let together: Array<Job<Answer>> = []
    const commitTogether = (): void => {
      answers.push(...commit(together))
      together = []
    }
    for (const { requests, bytes } of batches)
      for (const [name, request] of requests) {
        const job = (): Answer => operations[name](request, bytes)
        if (apart.has(name)) {
          commitTogether()
          answers.push(E.tryCatch(job, storeUnavailable))
        } else together.push(job)
      }
    commitTogether()
    return answers
  }

/** Answers batches by what the writer makes of them, or by why there is none. */
export const answering = <P extends Protocol>(
  opened: Opened<P>,
): ((batches: ReadonlyArray<Batch<P>>) => FromWriter<P>) =>
  E.isLeft(opened)
    ? (batches) => batches.flatMap(({ requests }) => requests.map(() => opened))
    : carryOut(opened.right, groupCommit(opened.right.undone)(opened.right.db))

/** Everything that has been sent and not been taken. */
const taken = <P extends Protocol>(port: MessagePort): ReadonlyArray<ToWriter<P>> => {
  const messages: Array<ToWriter<P>> = []
  for (let sent = receiveMessageOnPort(port); sent !== undefined; sent = receiveMessageOnPort(port))
    messages.push(sent.message as ToWriter<P>)
  return messages
}

/**
 * Runs on a thread of its own until it is told to close: sleeps until it is sent something, takes everything that has
 * been sent meanwhile, commits it together and answers. The copies of bytes that it was sent are overwritten then.
 */
export const serveRequests = <Options, P extends Protocol>(open: (options: Options) => Opened<P>): void => {
  const { options, port, signal } = workerData as WriterSetUp<Options>
  const opened = open(options)
  const answer = answering(opened)
  for (let isLast = false; !isLast;) {
    const seen = Atomics.load(signal, 0)
    const messages = taken<P>(port)
    const batches = messages.filter((message) => message !== 'close')
    isLast = batches.length < messages.length
    if (batches.length > 0) {
      port.postMessage(answer(batches))
      for (const { bytes } of batches) bytes.fill(0)
    } else if (!isLast) Atomics.wait(signal, 0, seen)
  }
  if (E.isRight(opened)) opened.right.db.close()
  port.close()
}
