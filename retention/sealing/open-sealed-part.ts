import { timingSafeEqual } from 'node:crypto'
import type { Corrupt, PartScope } from '../../domain/ports/scope-keys'
import { makePlain, type Plain } from '../../domain/event/plain-or-erased'
import { additionalDataOfSealedPart, type EncodedSealContext } from './additional-data-of-sealed-part'
import { decrypt } from './aes-gcm'
import { unpadText } from './padding'
import type { VersionedSealingKeys } from './seal-part'
import type { SealedPart } from './sealed-part'

/** The error of a part that cannot be opened although its key is there. The reason names no scope. */
export const corruptPartError = (reason: string): Corrupt => ({ _tag: 'Corrupt', reason })

const parseJson = (text: string): Plain<unknown> | Corrupt => {
  try {
    return makePlain<unknown>(JSON.parse(text))
  } catch {
    return corruptPartError('not JSON')
  }
}

/**
 * Opens one part of an event. Compares the commitment first, in constant time, so that a ciphertext made to open under
 * two keys is never decrypted. Then checks the tag, the padding and the JSON.
 */
export const openSealedPart =
  (context: EncodedSealContext) =>
  (keys: VersionedSealingKeys, part: PartScope, sealed: SealedPart): Plain<unknown> | Corrupt => {
    if (!timingSafeEqual(keys.commitment, sealed.commitment)) return corruptPartError('commitment of another key')
    const padded = decrypt(keys.encryption, additionalDataOfSealedPart(context)(part, keys.version), sealed)
    if (padded === undefined) return corruptPartError('tag does not match')
    const text = unpadText(padded)
    padded.fill(0)
    return text === undefined ? corruptPartError('padding of another form') : parseJson(text)
  }
