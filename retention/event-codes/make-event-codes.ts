import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { LogName } from '../../domain/event/stream'
import type { CodeFault, RecordedEvent } from '../../domain/ports/event-store'
import { encodeCodedEvent, type CodedEvent } from './encode-coded-event'
import type { EventCodeKeys } from './event-code-keys'
import { coversPosition, type OlderEvents } from './older-events'

/**
 * Makes and checks the message authentication codes of the events of one log. A code is one byte with the version of its
 * key, and 32 bytes of HMAC-SHA-256.
 */
export interface EventCodesOfLog {
  readonly codeOf: (event: CodedEvent) => Uint8Array
  /** What is wrong with the code of an event; undefined when it is right, or when the event is older than the codes. */
  readonly findFault: (event: RecordedEvent) => CodeFault | undefined
  /** The events of the log that have no code. */
  readonly older: OlderEvents
}

export type EventCodes = Readonly<Record<LogName, EventCodesOfLog>>

const codeLength = 33

const makeCode = (version: number, key: KeyObject, text: string, sealed: Uint8Array): Buffer => {
  const code = Buffer.allocUnsafeSlow(codeLength)
  code[0] = version
  code.set(createHmac('sha256', key).update(text).update(sealed).digest(), 1)
  return code
}

const makeCodesOfLog = (library: string, keys: EventCodeKeys, log: LogName, older: OlderEvents): EventCodesOfLog => {
  const encode = encodeCodedEvent(library, log)
  const keysByVersion = keys[log]
  const newest = Math.max(...keysByVersion.keys())
  const codeWith = (version: number, event: CodedEvent): Buffer | undefined => {
    const key = keysByVersion.get(version)
    return key && makeCode(version, key, encode(event), event.sealed)
  }
  return {
    older,
    codeOf: (event) => {
      const code = codeWith(newest, event)
      if (code === undefined) throw new Error('the ring has no key for the codes of events')
      return code
    },
    findFault: (event) => {
      const { code } = event
      if (code === undefined) return coversPosition(older, event.position) ? undefined : 'missing'
      if (code.length !== codeLength) return 'mismatch'
      const expected = codeWith(code[0] ?? 0, event)
      return expected !== undefined && timingSafeEqual(expected, code) ? undefined : 'mismatch'
    },
  }
}

/** The codes of both logs of a library. */
export const makeEventCodes = (
  library: string,
  keys: EventCodeKeys,
  older: Readonly<Record<LogName, OlderEvents>>,
): EventCodes => ({
  circulation: makeCodesOfLog(library, keys, 'circulation', older.circulation),
  persons: makeCodesOfLog(library, keys, 'persons', older.persons),
})
