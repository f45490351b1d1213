import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { AppendError, AppendResult, ExpectedRevision, StoredEvent } from '../../../../domain/ports/event-store'

export interface AppendRequest {
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly events: ReadonlyArray<StoredEvent>
}

/** An append whose caller waits for the answer. */
export interface QueuedAppend extends AppendRequest {
  readonly answer: (outcome: Either<AppendError, AppendResult>) => void
}

/** The most appends, and roughly the most bytes, in one transaction. */
const [maxAppends, maxBytes] = [256, 4 * 1024 * 1024]

const requestBytes = ({ events }: AppendRequest): number =>
  events.reduce((sum, { open, sealed }) => sum + open.length + sealed.length, 0)

/** The appends of the next transaction, and the rest of the queue. */
interface NextBatch {
  readonly batch: ReadonlyArray<QueuedAppend>
  readonly rest: ReadonlyArray<QueuedAppend>
}

/**
 * Takes appends from the queue in order, at most one of each stream and none of a stream that a running transaction
 * writes to.
 */
export const nextAppendBatch = (
  pending: ReadonlyArray<QueuedAppend>,
  streamsInFlight: ReadonlySet<StreamName>,
): NextBatch => {
  const streams = new Set(streamsInFlight)
  const batch: Array<QueuedAppend> = []
  const rest: Array<QueuedAppend> = []
  let bytes = 0
  for (const candidate of pending) {
    const fits = batch.length < maxAppends && (batch.length === 0 || bytes + requestBytes(candidate) <= maxBytes)
    if (fits && !streams.has(candidate.stream)) {
      bytes += requestBytes(candidate)
      batch.push(candidate)
    } else rest.push(candidate)
    streams.add(candidate.stream)
  }
  return { batch, rest }
}
