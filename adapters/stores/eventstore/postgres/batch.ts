import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { AppendError, Appended, Expected, StoredEvent } from '../../../../domain/ports/event-store'

export interface Appending {
  readonly stream: StreamName
  readonly expected: Expected
  readonly events: ReadonlyArray<StoredEvent>
}

/** An append that somebody waits for. */
export interface Job extends Appending {
  readonly answer: (outcome: Either<AppendError, Appended>) => void
}

/** The most appends, and about the most bytes, that share a transaction. */
const [mostAppends, mostBytes] = [256, 4 * 1024 * 1024]

const bytesOf = ({ events }: Appending): number =>
  events.reduce((sum, { open, sealed }) => sum + open.length + sealed.length, 0)

/** The appends of the next transaction, and those that wait for one after it. */
export interface Batch {
  readonly now: ReadonlyArray<Job>
  readonly later: ReadonlyArray<Job>
}

/**
 * Takes from those who wait, in order; of a stream only the first, and none of a stream that is on its way already: what
 * comes after it has a transaction of its own.
 */
export const nextBatch = (waiting: ReadonlyArray<Job>, onTheirWay: ReadonlySet<StreamName>): Batch => {
  const streams = new Set(onTheirWay)
  const now: Array<Job> = []
  const later: Array<Job> = []
  let bytes = 0
  for (const job of waiting) {
    const fits = now.length < mostAppends && (now.length === 0 || bytes + bytesOf(job) <= mostBytes)
    if (fits && !streams.has(job.stream)) {
      bytes += bytesOf(job)
      now.push(job)
    } else later.push(job)
    streams.add(job.stream)
  }
  return { now, later }
}
