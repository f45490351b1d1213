import type { RunningLibrary } from '../../../../../adapters/processes/running-library/running-library'
import { withoutIds, type RecordWithoutIds } from '../../../../library-comparison/record-without-ids'
import { allReadModelRows } from '../../../../fixtures/in-memory-read-models'
import { allStoredEvents, type StoredLogEvent } from '../../../../forensic/stored-events'

type OpenPart = StoredLogEvent['openPart']

/** Event ids by log and position. The form of positions differs between stores. */
type EventIdsByPosition = ReadonlyMap<string, string>

const positionKey = (log: string, position: unknown): string => `${log} ${String(position)}`

/** Parses the JSON in a certificate, and replaces the position of the declaration by an event id. */
const unfoldCertificate =
  (idsByPosition: EventIdsByPosition) =>
  ({ log, openPart: { statement, ...open } }: StoredLogEvent): OpenPart => {
    if (typeof statement !== 'string') return open
    const { position, ...certified } = JSON.parse(statement) as OpenPart
    return { ...open, ...certified, declared: idsByPosition.get(positionKey(log, position)) }
  }

/**
 * The records of an event: its open part, stream and revision, and one record for each erased scope, because scopes are
 * listed in the order of their random ids.
 */
const eventRecords =
  (idsByPosition: EventIdsByPosition) =>
  (event: StoredLogEvent): ReadonlyArray<RecordWithoutIds> => {
    const { log, stream, revision, type, version, recorded, id } = event
    const location = { log, stream, revision }
    const { scopes = [], ...open } = unfoldCertificate(idsByPosition)(event)
    const others = (scopes as ReadonlyArray<unknown>).map((scope) => withoutIds({ ...location, type, scope }))
    return [withoutIds({ ...location, type, version, recorded, id, open }), ...others]
  }

/** The records of all events of both logs. The order of streams is not defined. */
export const logRecords = async ({
  useCaseDependencies: dependencies,
}: RunningLibrary): Promise<ReadonlyArray<RecordWithoutIds>> => {
  const events = await allStoredEvents(dependencies.commandHandling.stores)
  const idsByPosition = new Map(events.map(({ log, position, id }) => [positionKey(log, position), id]))
  return events.flatMap(eventRecords(idsByPosition))
}

/** A row without the position of the event that made it: the form of positions differs between stores. */
const withoutPosition = ({ position: _, ...row }: Readonly<Record<string, unknown>>) => row

/** The records of all rows of all read models on a day. */
export const readModelRecords = (library: RunningLibrary, on: string): ReadonlyArray<RecordWithoutIds> =>
  Object.entries(allReadModelRows(library)).flatMap(([table, rows]) =>
    rows.map((row) => withoutIds({ on, table, row: withoutPosition(row) })),
  )
