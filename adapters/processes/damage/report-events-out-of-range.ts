import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import type { EventDecoder } from '../projectors/event-decoder'

/**
 * Reports the events whose position is out of range: no fold and no subscription ever reads them. The decoder must report
 * damaged events. Rejects when a log cannot be read.
 */
export const reportEventsOutOfRange = async (
  logs: Readonly<Record<LogName, Pick<EventStore, 'eventsOutOfRange'>>>,
  { decode }: Pick<EventDecoder, 'decode'>,
): Promise<void> => {
  for (const log of logNames) for (const event of (await logs[log].eventsOutOfRange?.()) ?? []) decode(log)(event)
}
