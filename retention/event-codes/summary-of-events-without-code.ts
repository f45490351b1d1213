import * as t from 'io-ts'
import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'

/** The events of one log that are older than the codes. They are the first of the log, and have no code. */
export interface SummaryOfEventsWithoutCode {
  /** How many they are. */
  readonly events: number
  /** SHA-256 over all of them, in the order of the log, as hexadecimal digits. */
  readonly digest: string
  /**
   * The position of the last of them, in each store that the log was in: stores give positions of different lengths.
   * None while there are no older events.
   */
  readonly ends: ReadonlyArray<string>
}

export type EventsBeforeCodesByLog = Readonly<Record<LogName, SummaryOfEventsWithoutCode>>

const OlderEventsCodec: t.Type<SummaryOfEventsWithoutCode> = t.readonly(
  t.type({ events: t.number, digest: t.string, ends: t.readonlyArray(t.string) }),
)

/** The codec of the part of the statement that names the older events. */
export const OlderEventsByLogCodec: t.Type<EventsBeforeCodesByLog> = t.readonly(
  t.type({ circulation: OlderEventsCodec, persons: OlderEventsCodec }),
)

/** The end of the older events in a store that has positions like the given one; undefined when it is not known. */
export const endOfOlderEvents = ({ ends }: SummaryOfEventsWithoutCode, position: Position): Position | undefined =>
  ends.find((end) => end.length === position.length) as Position | undefined

/** Whether an event at this position is older than the codes, so that it needs none. */
export const isOlderThanEventCodes = (older: SummaryOfEventsWithoutCode, position: Position): boolean => {
  const end = endOfOlderEvents(older, position)
  return end !== undefined && position <= end
}

/** Whether the end of the older events is known for a store with positions like the given one. */
export const isEndOfOlderEventsKnown = (older: SummaryOfEventsWithoutCode, position: Position): boolean =>
  older.events === 0 || endOfOlderEvents(older, position) !== undefined
