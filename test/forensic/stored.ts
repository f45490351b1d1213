import type { System } from '../../adapters/running/system'
import type { LogName } from '../../domain/event/stream'
import { logNames } from '../../domain/event/stream'
import type { EventStore, RecordedEvent } from '../../domain/ports/event-store'

/** An event as it is stored, with the log that keeps it. */
export interface Stored extends RecordedEvent {
  readonly log: LogName
  readonly opened: Readonly<Record<string, unknown>>
}

/** Every event of both logs in the order of each log, with the open part as JSON. */
export const everyEvent = async (stores: System['library']['desk']['stores']): Promise<ReadonlyArray<Stored>> => {
  const all: Stored[] = []
  for (const log of logNames)
    for await (const page of (stores[log] as EventStore).readAll({}))
      for (const event of page)
        all.push({ ...event, log, opened: JSON.parse(event.open) as Readonly<Record<string, unknown>> })
  return all
}

/** The scopes that the logs say are forgotten. */
export const erasedIn = (events: ReadonlyArray<Stored>): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ type }) => type === 'ErasureDue')
      .flatMap(({ opened }) =>
        (opened['scopes'] as ReadonlyArray<{ readonly scope: string }>).map(({ scope }) => scope),
      ),
  )
