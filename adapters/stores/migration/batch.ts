import type { EventStore, Position, RecordedEvent, StoredEvent } from '../../../domain/ports/event-store'

/** Events that stand side by side in one stream, and go into one append. */
export type Batch = readonly [RecordedEvent, ...RecordedEvent[]]

/** What one append takes at most; some stores take no more than a mebibyte. */
const mostEvents = 500
const mostBytes = 500_000

const sizeOf = ({ open, sealed }: RecordedEvent): number => Buffer.byteLength(open) + sealed.length

/** Puts events into batches, in their order. A marked event is the last of its batch: where that ends is told. */
export async function* batches(
  marks: ReadonlySet<Position>,
  events: AsyncIterable<RecordedEvent>,
): AsyncGenerator<Batch, void, undefined> {
  let batch: [RecordedEvent, ...RecordedEvent[]] | undefined
  let bytes = 0
  for await (const event of events) {
    const last = batch?.at(-1)
    const isFull =
      last?.stream !== event.stream ||
      batch?.length === mostEvents ||
      bytes + sizeOf(event) > mostBytes ||
      marks.has(last.position)
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

const storedOf = ({ id, type, version, recorded, open, sealed }: RecordedEvent): StoredEvent => ({
  id,
  type,
  version,
  recorded,
  open,
  sealed,
})

/** Appends a batch where its events stood, and nowhere else. */
export const appendTo = (log: Pick<EventStore, 'append'>) => (batch: Batch) => {
  const [{ stream, revision }] = batch
  return log.append(stream, revision === 0 ? 'none' : revision - 1, batch.map(storedOf))
}
