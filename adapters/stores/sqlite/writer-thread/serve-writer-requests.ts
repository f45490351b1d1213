import { receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { sqliteUnavailable } from '../sqlite-failure'
import { createGroupCommit, type GroupCommit, type TransactionWork } from '../group-commit'
import type { SqliteDatabase } from '../open-sqlite-database'
import type {
  WriterAnswerOf,
  WriterRequestBatch,
  WriterAnswers,
  WriterProtocol,
  WriterRequestOf,
  WriterMessage,
  WriterThreadStartData,
} from './writer-thread-messages'

/** Writes a file by requests. This module begins and ends the transactions. */
export interface Writer<P extends WriterProtocol> {
  readonly db: SqliteDatabase
  readonly operations: {
    readonly [Name in keyof P]: (request: WriterRequestOf<P, Name>, bytes: Uint8Array) => WriterAnswerOf<P, Name>
  }
  /** Operations that cannot run within a transaction: each runs when all requests before it are committed. */
  readonly outsideTransactions: ReadonlySet<keyof P>
  /** Called after a rollback: caches of its writes are wrong. */
  readonly rolledBack: () => void
}

type Opened<P extends WriterProtocol> = E.Either<StoreUnavailable, Writer<P>>

/** Runs batches in their order. Consecutive requests share one commit, also across batches. */
const runBatches =
  <P extends WriterProtocol>({ operations, outsideTransactions }: Writer<P>, commit: GroupCommit) =>
  (batches: ReadonlyArray<WriterRequestBatch<P>>): WriterAnswers<P> => {
    type Answer = WriterAnswerOf<P, keyof P>
    const answers: Array<E.Either<StoreUnavailable, Answer>> = []
    let pending: Array<TransactionWork<Answer>> = []
    const commitPending = (): void => {
      answers.push(...commit(pending))
      pending = []
    }
    for (const { requests, bytes } of batches)
      for (const [name, request] of requests) {
        const work = (): Answer => operations[name](request, bytes)
        if (outsideTransactions.has(name)) {
          commitPending()
          answers.push(E.tryCatch(work, sqliteUnavailable))
        } else pending.push(work)
      }
    commitPending()
    return answers
  }

/** Answers batches by the writer; when it could not be opened, by the reason. */
export const answerWriterBatches = <P extends WriterProtocol>(
  opened: Opened<P>,
): ((batches: ReadonlyArray<WriterRequestBatch<P>>) => WriterAnswers<P>) =>
  E.isLeft(opened)
    ? (batches) => batches.flatMap(({ requests }) => requests.map(() => opened))
    : runBatches(opened.right, createGroupCommit(opened.right.rolledBack)(opened.right.db))

/** All messages that have been sent and not received yet. */
const receiveAll = <P extends WriterProtocol>(port: MessagePort): ReadonlyArray<WriterMessage<P>> => {
  const messages: Array<WriterMessage<P>> = []
  for (let sent = receiveMessageOnPort(port); sent !== undefined; sent = receiveMessageOnPort(port))
    messages.push(sent.message as WriterMessage<P>)
  return messages
}

/**
 * Runs on its own thread until it receives `close`: sleeps until a message comes, receives all messages, commits them
 * together and answers. The bytes that it received are then overwritten with zeros.
 */
export const serveWriterRequests = <Options, P extends WriterProtocol>(open: (options: Options) => Opened<P>): void => {
  const { options, port, signal } = workerData as WriterThreadStartData<Options>
  const opened = open(options)
  const answer = answerWriterBatches(opened)
  for (let isLast = false; !isLast;) {
    const seen = Atomics.load(signal, 0)
    const messages = receiveAll<P>(port)
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
