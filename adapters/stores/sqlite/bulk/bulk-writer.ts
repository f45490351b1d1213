import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { sqliteUnavailable } from '../sqlite-failure'
import type { WriterAnswerOf, WriterProtocol, WriterRequestOf } from '../writer-thread/writer-thread-messages'
import { createByteCollector, type MessageByteAppender } from '../writer-thread/message-byte-appender'
import type { Writer } from '../writer-thread/serve-writer-requests'
import type { WriterThread } from '../writer-thread/start-writer-thread'
import type { BulkTransaction } from './bulk-transaction'

/** When the requests to a file become durable. */
interface BulkDurability<P extends WriterProtocol> {
  /** Runs before each request; the request is refused when it fails. */
  readonly beforeRequest: () => E.Either<StoreUnavailable, void>
  /** Makes everything that was answered durable. */
  readonly commitAll: () => E.Either<StoreUnavailable, void>
  /** Requests that are answered once they are durable, after everything that was answered before them. */
  readonly durableRequests: ReadonlySet<keyof P>
}

/** After so many requests timers run: answers that come at once never pause the caller. */
const requestsBetweenPauses = 256

/**
 * Writes a file in bulk, on this thread and by the connection that reads the file. A request is answered at once, and
 * becomes durable with the next commit.
 */
export const createBulkWriter = <P extends WriterProtocol>(
  { db, operations, outsideTransactions }: Writer<P>,
  { run, commit }: BulkTransaction,
  { beforeRequest, commitAll, durableRequests }: BulkDurability<P>,
): WriterThread<P> => {
  type Outcome<A> = E.Either<StoreUnavailable, A>
  const bytes = createByteCollector()
  let requestCount = 0
  let pause: Promise<void> | undefined
  const beginPause = async (): Promise<void> => {
    await setImmediate()
    pause = undefined
  }
  const afterCommit = <A>(write: () => Outcome<A>): Outcome<A> => {
    const before = commitAll()
    return E.isLeft(before) ? before : write()
  }
  const commitWith = <A>(work: () => A): Outcome<A> => {
    const outcome = run(work)
    if (E.isLeft(outcome)) return outcome
    const durable = commit()
    return E.isLeft(durable) ? durable : outcome
  }
  const write = <A>(name: keyof P, work: () => A): Outcome<A> => {
    const ready = beforeRequest()
    if (E.isLeft(ready)) return ready
    if (outsideTransactions.has(name)) return afterCommit(() => E.tryCatch(work, sqliteUnavailable))
    return durableRequests.has(name) ? afterCommit(() => commitWith(work)) : run(work)
  }
  return {
    submit: async <Name extends keyof P>(
      name: Name,
      request: (placeBytes: MessageByteAppender) => WriterRequestOf<P, Name>,
    ) => {
      const sent = request(bytes.place)
      const placed = bytes.take()
      const answer = write(name, (): WriterAnswerOf<P, Name> => operations[name](sent, placed))
      requestCount += 1
      if (requestCount % requestsBetweenPauses === 0) pause ??= beginPause()
      // Answers must keep the order of the requests, so all wait for the same pause.
      if (pause !== undefined) await pause
      return answer
    },
    isBusy: () => false,
    close: () => {
      if (db.open) db.close()
      return Promise.resolve()
    },
  }
}
