import type { EventStore, EventPage, RecordedEvent } from '../../../domain/ports/event-store'

/** Flattens pages into single events. */
export async function* eventsOfPages(pages: AsyncIterable<EventPage>): AsyncGenerator<RecordedEvent, void, undefined> {
  for await (const page of pages) yield* page
}

/** The first event of a log; undefined when it is empty. */
export const firstEventOfLog = async (log: Pick<EventStore, 'readAll'>): Promise<RecordedEvent | undefined> => {
  for await (const event of eventsOfPages(log.readAll({ limit: 1 }))) return event
  return undefined
}
