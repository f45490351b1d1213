import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { EventPage, EventStore, Position } from '../../../domain/ports/event-store'

const startOfLog = ''

/** A position in each log; '' is the start of a log. */
type LogPositions = Readonly<Record<LogName, Position | ''>>

interface TrackedLog {
  readonly log: EventStore
  readonly lastPosition: () => Position | ''
}

async function* pagesWithRecording(
  pages: AsyncIterable<EventPage>,
  record: (position: Position) => void,
): AsyncIterable<EventPage> {
  for await (const page of pages) {
    for (const { position } of page) record(position)
    yield page
  }
}

/** A log that is in memory knows its end. Of another log, this records the events that were appended or read in streams. */
const trackLog = (log: EventStore): TrackedLog => {
  const { recent } = log
  if (recent !== undefined) return { log, lastPosition: recent.head }
  let last: Position | '' = startOfLog
  const record = (position: Position): void => {
    if (position > last) last = position
  }
  return {
    log: {
      ...log,
      append: (...appendArguments) => {
        const append = log.append(...appendArguments)
        return async () => {
          const appended = await append()
          if (E.isRight(appended)) record(appended.right.position)
          return appended
        }
      },
      readStream: (...readArguments) => pagesWithRecording(log.readStream(...readArguments), record),
    },
    lastPosition: () => last,
  }
}

/**
 * The same logs, and positions at or after all events that the commands of this process have appended to them or found in
 * their streams. Asks no server.
 */
export const trackPositionsOfCommands = (
  logs: Readonly<Record<LogName, EventStore>>,
): { readonly logs: Readonly<Record<LogName, EventStore>>; readonly positions: () => LogPositions } => {
  const tracked = { circulation: trackLog(logs.circulation), persons: trackLog(logs.persons) }
  return {
    logs: { circulation: tracked.circulation.log, persons: tracked.persons.log },
    positions: () => ({
      circulation: tracked.circulation.lastPosition(),
      persons: tracked.persons.lastPosition(),
    }),
  }
}
