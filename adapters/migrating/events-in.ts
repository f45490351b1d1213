import type { Page, RecordedEvent } from '../../domain/ports/event-store'

/** The events of pages, one by one. */
export async function* eventsIn(pages: AsyncIterable<Page>): AsyncGenerator<RecordedEvent, void, undefined> {
  for await (const page of pages) yield* page
}
