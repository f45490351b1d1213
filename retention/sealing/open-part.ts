import { timingSafeEqual } from 'node:crypto'
import type { Corrupt, Part } from '../../domain/ports/keys'
import { plain, type Plain } from '../../domain/event/remembered'
import { additionalData, type BoundPlace } from './additional-data'
import { decrypt } from './gcm'
import { unpad } from './padding'
import type { ScopeKeys } from './seal-part'
import type { SealedPart } from './sealed-part'

export const corrupt = (reason: string): Corrupt => ({ _tag: 'Corrupt', reason })

const parsed = (text: string): Plain<unknown> | Corrupt => {
  try {
    return plain<unknown>(JSON.parse(text))
  } catch {
    return corrupt('not JSON')
  }
}

/**
 * Opens one part of the event at a place. The commitment is compared first, in constant time, so that a ciphertext
 * made to open under two keys is never decrypted; then the tag, the padding and the JSON.
 */
export const openPart =
  (place: BoundPlace) =>
  (keys: ScopeKeys, part: Part, sealed: SealedPart): Plain<unknown> | Corrupt => {
    if (!timingSafeEqual(keys.commitment, sealed.commitment)) return corrupt('commitment of another key')
    const padded = decrypt(keys.encryption, additionalData(place)(part, keys.version), sealed)
    if (padded === undefined) return corrupt('tag does not match')
    const text = unpad(padded)
    padded.fill(0)
    return text === undefined ? corrupt('padding of another form') : parsed(text)
  }
