import type { StoredLogEvent } from '../stored-events'

const kinds = [
  ...(['loan', 'reservation', 'parallelReservation', 'setAside', 'fee', 'payment'] as const),
  ...(['message', 'notice', 'messageCount', 'access'] as const),
]

/**
 * The record that an event belongs to. A record is all events of one loan, reservation, parallel request, set-aside, fee,
 * payment, message, notice, count of messages or opening of a record.
 */
export const recordOfEvent = ({ openPart }: Pick<StoredLogEvent, 'openPart'>): string | undefined => {
  const kind = kinds.find((one) => one in openPart)
  return kind === undefined ? undefined : String(openPart[kind])
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** All UUIDs in a value. */
export const uuidsIn = (value: unknown): ReadonlyArray<string> => JSON.stringify(value).match(uuid) ?? []
