import { createSecretKey, type KeyObject } from 'node:crypto'
import type { LogName } from '../../../../domain/event/stream'
import { maxEventCodeKeyVersion } from '../../../../retention/event-codes/derive-first-event-code-keys'
import {
  areStoredEventCodesAuthentic,
  type EventCodeKeysAndStatement,
} from '../../../../retention/event-codes/ring-event-codes'
import type { LibraryId } from '../../../../retention/keys/kek-ring'

/** The file of a ring with the keys of the event codes, and the signed statement about the events without code. */
export const eventCodesFileName = 'event-codes.json'

type KeysOfLog = EventCodeKeysAndStatement['keys'][LogName]

const formatKeys = (keys: KeysOfLog): Readonly<Record<string, string>> =>
  Object.fromEntries([...keys].map(([version, key]) => [String(version), key.export().toString('base64')]))

export const formatEventCodesFile = (
  library: LibraryId,
  { keys, statement, signature }: EventCodeKeysAndStatement,
): string =>
  `${JSON.stringify({
    library,
    circulation: formatKeys(keys.circulation),
    persons: formatKeys(keys.persons),
    statement,
    signature: signature.toString('base64'),
  })}\n`

const parseKey = ([name, text]: readonly [string, unknown]): readonly [number, KeyObject] => {
  const version = Number(name)
  const key = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined
  if (!Number.isInteger(version) || version < 1 || version > maxEventCodeKeyVersion || key?.length !== 32)
    throw new Error('a key of the event codes does not have the expected form')
  return [version, createSecretKey(key)]
}

const parseKeys = (keys: unknown): KeysOfLog => {
  const parsed = new Map(Object.entries(Object(keys) as Readonly<Record<string, unknown>>).map(parseKey))
  if (parsed.size === 0) throw new Error('a log has no key for its event codes')
  return parsed
}

/**
 * Reads the file of the event codes. Throws when it has another form, belongs to another library, or is not signed by
 * the signing key of the ring.
 */
export const parseEventCodeKeysFile =
  (ring: { readonly library: LibraryId; readonly signing: KeyObject }) =>
  (content: string): EventCodeKeysAndStatement => {
    const file = JSON.parse(content) as Readonly<Partial<Record<string, unknown>>>
    const { statement, signature } = file
    if (file['library'] !== ring.library || typeof statement !== 'string' || typeof signature !== 'string')
      throw new Error('the file of the event codes does not have the expected form')
    const keys = { circulation: parseKeys(file['circulation']), persons: parseKeys(file['persons']) }
    const codes = { keys, statement, signature: Buffer.from(signature, 'base64') }
    if (!areStoredEventCodesAuthentic(ring, codes)) throw new Error('the statement about the event codes is not signed')
    return codes
  }
