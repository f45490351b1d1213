import type { Task } from 'fp-ts/Task'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import type { EventAddress, LogName } from '../../../domain/event/stream'
import type { DamagedEvent } from '../../processes/damage/damaged-event-registry'
import { digestOfStoredEventWithFault } from '../../processes/damage/digest-of-stored-event-with-fault'
import { lostKeyUnavailable } from '../../../retention/keys/keys-unavailable'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { damagedEventFile } from './damaged-event-file'

type ReadableStreams = Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>

/** The event at a place; undefined when there is none. */
const readEventAt = async (
  logs: ReadableStreams,
  { log, stream, revision }: EventAddress,
): Promise<RecordedEvent | undefined> => {
  for await (const page of logs[log].readStream(stream, { direction: 'forwards', from: revision, limit: 1 }))
    return page.find((event) => event.revision === revision)
  return undefined
}

/** An earlier version counted an event as damaged whose key the log says was lost, and left it out of the views. */
const wasLostKey = ({ reason, found }: DamagedEvent): boolean =>
  found?.key === 'missing' && reason === lostKeyUnavailable.reason

const hasChanged = async (logs: ReadableStreams, event: DamagedEvent): Promise<boolean> => {
  if (wasLostKey(event)) return true
  const stored = await readEventAt(logs, event)
  return stored === undefined || digestOfStoredEventWithFault(stored) !== event.found?.digest
}

/** Whether a damaged event, without which the views were folded, has other bytes now, or is in its log no more. */
export const haveDamagedEventsChanged =
  (layout: Pick<DataFolderLayout, 'damagedEvents'>, logs: ReadableStreams): Task<boolean> =>
  async () => {
    for (const event of damagedEventFile(layout).read()) if (await hasChanged(logs, event)) return true
    return false
  }
