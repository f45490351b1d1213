import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { StreamName } from '../../../../domain/event/stream'
import type { AppendError, AppendResult, StoreUnavailable } from '../../../../domain/ports/event-store'
import { nextAppendBatch, type AppendRequest, type QueuedAppend } from './next-append-batch'
import { appendBatchWithRetries } from './append-batch-with-retries'

/** Batches sent at the same time: the server works on one while this process prepares or answers the other. */
const maxBatchesInFlight = 2

const storeClosed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }

interface PostgresLogWriter {
  readonly append: (request: AppendRequest) => Promise<Either<AppendError, AppendResult>>
  /** Refuses further appends, and resolves when all queued ones are answered. */
  readonly close: () => Promise<void>
}

/** Group commit: the appends that are queued when a transaction begins share it, and so one wait for the disk. */
export const createPostgresLogWriter = (pool: Pool, onAppended: () => void): PostgresLogWriter => {
  const streamsInFlight = new Set<StreamName>()
  const batchesInFlight = new Set<Promise<void>>()
  let pending: Array<QueuedAppend> = []
  let isOpen = true

  const send = async (batch: ReadonlyArray<QueuedAppend>): Promise<void> => {
    for (const { stream } of batch) streamsInFlight.add(stream)
    const outcomes = await appendBatchWithRetries(pool, batch)
    batch.forEach(({ stream, answer }, at) => {
      streamsInFlight.delete(stream)
      answer(outcomes[at] ?? either.left(storeClosed))
    })
    onAppended()
  }
  const sendNext = (): void => {
    const { batch, rest } = nextAppendBatch(pending, streamsInFlight)
    if (batch.length === 0 || batchesInFlight.size >= maxBatchesInFlight) return
    pending = [...rest]
    const sending = send(batch).finally(() => {
      batchesInFlight.delete(sending)
      sendNext()
    })
    batchesInFlight.add(sending)
  }
  return {
    append: (request) =>
      new Promise((answer) => {
        if (!isOpen) answer(either.left(storeClosed))
        else if (pending.push({ ...request, answer }) === 1) setImmediate(sendNext)
      }),
    close: async () => {
      isOpen = false
      while (pending.length > 0 || batchesInFlight.size > 0) {
        sendNext()
        await Promise.all(batchesInFlight)
      }
    },
  }
}
