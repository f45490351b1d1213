import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import { logNames } from '../../../domain/event/stream'
import { decodeAndOpenEvent } from '../../../domain/command-handling/open-event'
import type { EventStore } from '../../../domain/ports/event-store'

/** The opened events of both logs, and those that could not be opened. */
export interface BothLogs {
  readonly events: ReadonlyArray<EventWithMetadata>
  /** The events with a part that answers neither `Plain` nor `Erased`, and the error. */
  readonly unreadable: ReadonlyArray<string>
}

export const readBothLogs = async ({ useCaseDependencies: library }: RunningLibrary): Promise<BothLogs> => {
  const { stores, eventTable: table, keys } = library.commandHandling
  const events: EventWithMetadata[] = []
  const unreadable: string[] = []
  for (const log of logNames)
    for await (const page of (stores[log] as EventStore).readAll({}))
      for (const stored of page) {
        const read = await decodeAndOpenEvent(table, keys)(log)(stored)()
        if (read._tag === 'Right') events.push(read.right)
        else unreadable.push(`${stored.type} at ${stored.position}: ${JSON.stringify(read.left)}`)
      }
  return { events, unreadable }
}
