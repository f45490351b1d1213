import type { EventStore, Position, RecordedEvent, StoredEvent } from '../../../domain/ports/event-store'

/** Consecutive events of one stream, for one append. */
type EventBatch = readonly [RecordedEvent, ...RecordedEvent[]]

/** The limits of one append. KurrentDB takes at most 1 MiB. */
const maxEvents = 500
const maxBytes = 500_000

const sizeOf = ({ open, sealed }: RecordedEvent): number => Buffer.byteLength(open) + sealed.length

/** Groups events into batches, in order. A position in `batchEnds` ends its batch, because an append answers its last position. */
export async function* batchByStream(
  batchEnds: ReadonlySet<Position>,
  events: AsyncIterable<RecordedEvent>,
): AsyncGenerator<EventBatch, void, undefined> {
  let batch: [RecordedEvent, ...RecordedEvent[]] | undefined
  let bytes = 0
  for await (const event of events) {
    const last = batch?.at(-1)
    const isFull =
      last?.stream !== event.stream ||
      batch?.length === maxEvents ||
      bytes + sizeOf(event) > maxBytes ||
      batchEnds.has(last.position)
    if (batch !== undefined && !isFull) {
      batch.push(event)
      bytes += sizeOf(event)
      continue
    }
    if (batch !== undefined) yield batch
    batch = [event]
    bytes = sizeOf(event)
  }
  if (batch !== undefined) yield batch
}

const storedEventOf = ({ id, type, version, recorded, open, sealed, code }: RecordedEvent): StoredEvent => ({
  id,
  type,
  version,
  recorded,
  open,
  sealed,
  code,
})

/** Appends a batch at the same revisions as in the source. */
export const appendMigratedEventBatchTo = (log: Pick<EventStore, 'append'>) => (batch: EventBatch) => {
  const [{ stream, revision }] = batch
  return log.append(stream, revision === 0 ? 'none' : revision - 1, batch.map(storedEventOf))
}
