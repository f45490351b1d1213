import { createHmac, timingSafeEqual } from 'node:crypto'
import type { LogName } from '../../domain/event/stream'
import type { EventCodeMismatch, RecordedEvent } from '../../domain/ports/event-store'
import { encodeEventForAuthenticationCode, type EventContentUnderCode } from './encode-event-for-authentication-code'
import type { EventCodeKeys } from './derive-first-event-code-keys'
import { isOlderThanEventCodes, type SummaryOfEventsWithoutCode } from './summary-of-events-without-code'

/**
 * Makes and checks the message authentication codes of the events of one log. A code is one byte with the version of its
 * key, and 32 bytes of HMAC-SHA-256.
 */
export interface EventCodeFunctionsOfLog {
  readonly codeOf: (event: EventContentUnderCode) => Uint8Array
  /** What is wrong with the code of an event; undefined when it is right, or when the event is older than the codes. */
  readonly findFault: (event: RecordedEvent) => EventCodeMismatch | undefined
  /** The events of the log that have no code. */
  readonly older: SummaryOfEventsWithoutCode
}

export type EventCodeFunctions = Readonly<Record<LogName, EventCodeFunctionsOfLog>>

const codeLength = 33

const makeCodesOfLog = (
  library: string,
  keys: EventCodeKeys,
  log: LogName,
  older: SummaryOfEventsWithoutCode,
): EventCodeFunctionsOfLog => {
  const encode = encodeEventForAuthenticationCode(library, log)
  const keysByVersion = keys[log]
  const newest = Math.max(...keysByVersion.keys())
  /** Undefined when the ring has no key of this version. */
  const hmacOf = (version: number, event: EventContentUnderCode): Buffer | undefined => {
    const key = keysByVersion.get(version)
    return key && createHmac('sha256', key).update(encode(event)).update(event.sealed).digest()
  }
  return {
    older,
    codeOf: (event) => {
      const hmac = hmacOf(newest, event)
      if (hmac === undefined) throw new Error('the ring has no key for the codes of events')
      const code = Buffer.allocUnsafe(codeLength)
      code[0] = newest
      code.set(hmac, 1)
      return code
    },
    findFault: (event) => {
      const { code } = event
      if (code === undefined) return isOlderThanEventCodes(older, event.position) ? undefined : 'missing'
      if (code.length !== codeLength) return 'mismatch'
      const hmac = hmacOf(code[0] ?? 0, event)
      return hmac !== undefined && timingSafeEqual(hmac, code.subarray(1)) ? undefined : 'mismatch'
    },
  }
}

/** The codes of both logs of a library. */
export const makeEventCodeFunctions = (
  library: string,
  keys: EventCodeKeys,
  older: Readonly<Record<LogName, SummaryOfEventsWithoutCode>>,
): EventCodeFunctions => ({
  circulation: makeCodesOfLog(library, keys, 'circulation', older.circulation),
  persons: makeCodesOfLog(library, keys, 'persons', older.persons),
})
