import type { LogName } from '../../domain/event/stream'
import type { RecordedEvent } from '../../domain/ports/event-store'

/**
 * What a code authenticates beside the library and the log. The position is no part of it, because a store gives an event
 * that is copied into it another one.
 */
export type EventContentUnderCode = Omit<RecordedEvent, 'position' | 'code' | 'codeFault'>

/** The version of this encoding. */
const format = 'glemsom event code 1'

const member = (value: string): string => `\n${value.length}:${value}`

/**
 * Encodes an event without its sealed bytes, which follow the text and whose length is its last member. Each member
 * is preceded by its length, so no two events have the same text. The format, library and log are encoded once.
 */
export const encodeEventForAuthenticationCode = (
  library: string,
  log: LogName,
): ((event: EventContentUnderCode) => string) => {
  const start = format + member(library) + member(log)
  return ({ stream, revision, id, type, version, recorded, open, sealed }) =>
    `${start}${member(stream)}\n${revision}${member(id)}${member(type)}\n${version}${member(recorded)}${member(open)}\n${sealed.length}`
}
