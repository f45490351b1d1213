import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { LogName } from '../../domain/event/stream'
import { logNames } from '../../domain/event/stream'
import type { EventStore, Position, RecordedEvent } from '../../domain/ports/event-store'

/** An event as it is stored, with its log and its decoded open part. */
export interface StoredLogEvent extends RecordedEvent {
  readonly log: LogName
  readonly openPart: Readonly<Record<string, unknown>>
}

type Stores = RunningLibrary['useCaseDependencies']['commandHandling']['stores']

/** The position of a reader in each log. */
export type ReadPositions = Readonly<Partial<Record<LogName, Position>>>

/** The events of both logs after a position in each, in the order of each log. */
export const storedEventsAfter =
  (stores: Stores) =>
  async (positions: ReadPositions): Promise<ReadonlyArray<StoredLogEvent>> => {
    const all: StoredLogEvent[] = []
    for (const log of logNames) {
      const after = positions[log]
      for await (const page of (stores[log] as EventStore).readAll(after === undefined ? {} : { after }))
        for (const event of page)
          all.push({ ...event, log, openPart: JSON.parse(event.open) as Readonly<Record<string, unknown>> })
    }
    return all
  }

/** Every event of both logs. */
export const allStoredEvents = (stores: Stores): Promise<ReadonlyArray<StoredLogEvent>> => storedEventsAfter(stores)({})

/** The scopes that an `ErasureDue` declares due. */
export const scopesDeclaredDue = (events: ReadonlyArray<StoredLogEvent>): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ type }) => type === 'ErasureDue')
      .flatMap(({ openPart }) =>
        (openPart['scopes'] as ReadonlyArray<{ readonly scope: string }>).map(({ scope }) => scope),
      ),
  )
