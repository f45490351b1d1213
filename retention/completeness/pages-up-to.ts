import type { EventPage, EventStore, Position } from '../../domain/ports/event-store'

/** Reads the events of a log from the first one on, up to and with a position; none without a position. */
export const pagesUpTo = async function* (
  log: Pick<EventStore, 'readAll'>,
  last: Position | undefined,
): AsyncGenerator<EventPage> {
  if (last === undefined) return
  for await (const page of log.readAll({})) {
    const within: EventPage = page.filter(({ position }) => position <= last)
    if (within.length > 0) yield within
    if (within.length < page.length || within.at(-1)?.position === last) return
  }
}

/** A log of which nothing after a position is read. */
export const logUpTo = (log: Pick<EventStore, 'readAll'>, last: Position | undefined): Pick<EventStore, 'readAll'> => ({
  readAll: () => pagesUpTo(log, last),
})
