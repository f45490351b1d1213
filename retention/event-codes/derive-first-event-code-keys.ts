import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { logNames, type LogName } from '../../domain/event/stream'

/** The keys of the codes of one log, by version from 1. New codes are made with the highest version. */
type KeysByVersion = ReadonlyMap<number, KeyObject>

/** The keys of the event codes: HMAC keys of 32 bytes. */
export type EventCodeKeys = Readonly<Record<LogName, KeysByVersion>>

const keyLength = 32

/** The highest version: a code stores it in one byte. */
export const maxEventCodeKeyVersion = 255

/**
 * Makes the first keys of a library. They are derived from the signing key of the ring, so that copies of a ring on
 * several machines make the same keys.
 */
export const deriveFirstEventCodeKeys = (library: string, signing: KeyObject): EventCodeKeys => {
  const secret = signing.export({ type: 'pkcs8', format: 'der' })
  const keyOf = (log: LogName): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, library, `glemsom 1 event codes of ${log}`, keyLength)))
  return { circulation: new Map([[1, keyOf('circulation')]]), persons: new Map([[1, keyOf('persons')]]) }
}

/**
 * A fingerprint of all keys, as hexadecimal digits. It is signed with the statement about older events, so that a
 * changed byte of a key is found when the ring is opened, and not by the codes of all events.
 */
export const fingerprintOfEventCodeKeys = (keys: EventCodeKeys): string =>
  logNames
    .flatMap((log) => [...keys[log]].map(([version, key]) => createHmac('sha256', key).update(`${log} ${version}`)))
    .map((hmac) => hmac.digest('hex').slice(0, 32))
    .join(' ')
