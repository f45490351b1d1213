import type { System } from '../../adapters/processes/running/system'
import type { LogName } from '../../domain/event/stream'
import { logNames } from '../../domain/event/stream'
import type { EventStore, Position, RecordedEvent } from '../../domain/ports/event-store'

/** An event as it is stored, with the log that keeps it. */
export interface Stored extends RecordedEvent {
  readonly log: LogName
  readonly opened: Readonly<Record<string, unknown>>
}

type Stores = System['library']['desk']['stores']

/** Where a reader of both logs stands. */
export type Places = Readonly<Partial<Record<LogName, Position>>>

/** The events of both logs after a place in each, in the order of each log, with the open part as JSON. */
export const eventsAfter =
  (stores: Stores) =>
  async (places: Places): Promise<ReadonlyArray<Stored>> => {
    const all: Stored[] = []
    for (const log of logNames) {
      const after = places[log]
      for await (const page of (stores[log] as EventStore).readAll(after === undefined ? {} : { after }))
        for (const event of page)
          all.push({ ...event, log, opened: JSON.parse(event.open) as Readonly<Record<string, unknown>> })
    }
    return all
  }

/** Every event of both logs. */
export const everyEvent = (stores: Stores): Promise<ReadonlyArray<Stored>> => eventsAfter(stores)({})

/** The scopes that the logs say are forgotten. */
export const erasedIn = (events: ReadonlyArray<Stored>): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ type }) => type === 'ErasureDue')
      .flatMap(({ opened }) =>
        (opened['scopes'] as ReadonlyArray<{ readonly scope: string }>).map(({ scope }) => scope),
      ),
  )
