import type { EventStore, Page, RecordedEvent } from '../../../domain/ports/event-store'

/** The events of pages, one by one. */
export async function* eventsIn(pages: AsyncIterable<Page>): AsyncGenerator<RecordedEvent, void, undefined> {
  for await (const page of pages) yield* page
}

/** The first event of a log, if there is any. */
export const firstOf = async (log: Pick<EventStore, 'readAll'>): Promise<RecordedEvent | undefined> => {
  for await (const event of eventsIn(log.readAll({ limit: 1 }))) return event
  return undefined
}
