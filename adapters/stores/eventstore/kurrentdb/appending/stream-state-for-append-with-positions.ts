import type { StreamName } from '../../../../../domain/event/stream'
import type { EventPage, Position, RecordedEvent, Revision } from '../../../../../domain/ports/event-store'
import type { EventLocation, StreamStateForAppend } from '../../decide-append'
import { readEventPages } from '../../read-event-pages'
import type { KurrentPageReader } from '../reading/kurrent-page-reader'
import { defaultKurrentSettings } from '../kurrent-settings'

/** The state of a stream, with the positions: on this server they do not follow from sequence numbers. */
export interface StreamStateForAppendWithPositions extends StreamStateForAppend {
  readonly positionAt: (revision: Revision) => Position | undefined
}

type EventPosition = Pick<RecordedEvent, 'id' | 'revision' | 'position'>

const locationOf = ({ id, revision }: EventPosition): EventLocation => ({ id, revision, sequence: revision })

const streamStateOf = (
  lastRevision: Revision,
  events: ReadonlyArray<EventPosition>,
): StreamStateForAppendWithPositions => ({
  lastRevision,
  eventsFrom: (first, count) =>
    events.filter(({ revision }) => revision >= first && revision < first + count).map(locationOf),
  eventsById: (ids) => {
    const wanted = new Set<string>(ids)
    return events.filter(({ id }) => wanted.has(id)).map(locationOf)
  },
  positionAt: (at) => events.find(({ revision }) => revision === at)?.position,
})

/** Reads the last revision of a stream, and at most `count` events after `lastExpected`. */
export const readStreamStateAfter = async (
  pageReader: KurrentPageReader,
  stream: StreamName,
  lastExpected: Revision,
  count: number,
): Promise<StreamStateForAppendWithPositions> => {
  const [end] = await pageReader.streamPage(stream, 'backwards', undefined, 1)
  if (end === undefined) return streamStateOf(-1, [])
  const available = Math.min(count, end.revision - lastExpected)
  return streamStateOf(
    end.revision,
    available > 0 ? await pageReader.streamPage(stream, 'forwards', lastExpected + 1, available) : [],
  )
}

/** Reads the ids and positions of a whole stream. */
export const readIdsOfWholeStream = async (
  pageReader: KurrentPageReader,
  stream: StreamName,
): Promise<StreamStateForAppendWithPositions> => {
  const positions: Array<EventPosition> = []
  const read = (from: Revision, count: number): Promise<EventPage> =>
    pageReader.streamPage(stream, 'forwards', from, count)
  const next = (page: EventPage) => (page.at(-1)?.revision ?? 0) + 1
  for await (const page of readEventPages(read, next, 0, Infinity, defaultKurrentSettings.pageSize))
    for (const { id, revision, position } of page) positions.push({ id, revision, position })
  return streamStateOf(positions.length - 1, positions)
}
