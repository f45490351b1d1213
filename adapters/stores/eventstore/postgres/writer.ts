import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { StreamName } from '../../../../domain/event/stream'
import type { AppendError, Appended, StoreUnavailable } from '../../../../domain/ports/event-store'
import { nextBatch, type Appending, type Job } from './batch'
import { writeBatch } from './write-batch'

/** Batches on their way at a time: the server works on one while this process makes up, or answers, another. */
const mostOnTheirWay = 2

const closed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }

export interface Writer {
  readonly append: (appending: Appending) => Promise<Either<AppendError, Appended>>
  /** Takes nothing more, and resolves when all who wait are answered. */
  readonly close: () => Promise<void>
}

/** Appends that are waiting when a transaction begins share it, and so one wait for the disk. */
export const writerOf = (pool: Pool, appended: () => void): Writer => {
  const streams = new Set<StreamName>()
  const onTheirWay = new Set<Promise<void>>()
  let waiting: Array<Job> = []
  let open = true

  const send = async (batch: ReadonlyArray<Job>): Promise<void> => {
    for (const { stream } of batch) streams.add(stream)
    const outcomes = await writeBatch(pool, batch)
    batch.forEach(({ stream, answer }, at) => {
      streams.delete(stream)
      answer(outcomes[at] ?? either.left(closed))
    })
    appended()
  }
  const next = (): void => {
    const { now, later } = nextBatch(waiting, streams)
    if (now.length === 0 || onTheirWay.size >= mostOnTheirWay) return
    waiting = [...later]
    const sending = send(now).finally(() => {
      onTheirWay.delete(sending)
      next()
    })
    onTheirWay.add(sending)
  }
  return {
    append: (appending) =>
      new Promise((answer) => {
        if (!open) answer(either.left(closed))
        else if (waiting.push({ ...appending, answer }) === 1) setImmediate(next)
      }),
    close: async () => {
      open = false
      while (waiting.length > 0 || onTheirWay.size > 0) {
        next()
        await Promise.all(onTheirWay)
      }
    },
  }
}
