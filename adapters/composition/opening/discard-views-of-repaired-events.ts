import type { Task } from 'fp-ts/Task'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import type { EventPlace, LogName } from '../../../domain/event/stream'
import type { DamagedEvent } from '../../processes/damage/damaged-events'
import { digestOfEvent } from '../../processes/damage/digest-of-event'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { damagedEventFile } from './damaged-event-file'
import { discardViews } from './damaged-views'

type ReadableStreams = Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>

/** The event at a place; undefined when there is none. */
export const readEventAt = async (
  logs: ReadableStreams,
  { log, stream, revision }: EventPlace,
): Promise<RecordedEvent | undefined> => {
  for await (const page of logs[log].readStream(stream, { direction: 'forwards', from: revision, limit: 1 }))
    return page.find((event) => event.revision === revision)
  return undefined
}

const isRepaired = async (logs: ReadableStreams, event: DamagedEvent): Promise<boolean> => {
  const stored = await readEventAt(logs, event)
  return stored === undefined || digestOfEvent(stored) !== event.found?.digest
}

/**
 * Removes read models and schedule when an event that they were folded without has other bytes now, because the log was
 * repaired. They are then folded anew. Call it before they are opened.
 */
export const discardViewsOfRepairedEvents =
  (layout: DataFolderLayout, logs: ReadableStreams): Task<void> =>
  async () => {
    for (const event of damagedEventFile(layout).read())
      if (await isRepaired(logs, event)) {
        discardViews(layout)
        return
      }
  }
