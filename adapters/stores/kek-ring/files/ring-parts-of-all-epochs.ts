import { createHmac, timingSafeEqual } from 'node:crypto'
import { fingerprintOfEventCodeKeys } from '../../../../retention/event-codes/derive-first-event-code-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KekRingContent } from '../../../../retention/keys/kek-ring-content'
import { verifyingKeyOf } from '../../../../retention/keys/make-kek-ring-from-content'

/** What of a ring outlives its epochs: the library, the key that verifies, and the keys of the codes of events. */
export interface RingPartsOfAllEpochs {
  readonly library: LibraryId
  /** SPKI in PEM. */
  readonly verifyingKey: string
  /** A fingerprint of the keys; undefined until the codes have begun. */
  readonly eventCodes: string | undefined
}

export const lastingPartsOfRing = ({
  library,
  signing,
  eventCodes,
}: Pick<KekRingContent, 'library' | 'signing' | 'eventCodes'>): RingPartsOfAllEpochs => ({
  library,
  verifyingKey: verifyingKeyOf(signing),
  eventCodes: eventCodes && fingerprintOfEventCodeKeys(eventCodes.keys),
})

/**
 * The message authentication code by which the file of an epoch names the lasting parts: HMAC-SHA-256 under its wrapping
 * key, 32 bytes. So a lasting part that is removed or exchanged is noticed: nobody can go on without the file of the
 * epoch, or change it without the wrapping key.
 */
export const codeOfLastingParts = (wrapping: Uint8Array, parts: RingPartsOfAllEpochs): Buffer =>
  createHmac('sha256', wrapping)
    .update(JSON.stringify(['glemsom 1 lasting parts', parts.library, parts.verifyingKey, parts.eventCodes ?? null]))
    .digest()

/**
 * How the code in the file of an epoch compares with the parts: `outdated` when there is none (earlier versions wrote
 * none), or when it is from before the codes of events.
 */
export const compareCodeOfRingPartsAcrossEpochs = (
  wrapping: Uint8Array,
  parts: RingPartsOfAllEpochs,
  code: Uint8Array | undefined,
): 'same' | 'outdated' | 'different' => {
  if (code === undefined) return 'outdated'
  const isOf = (other: RingPartsOfAllEpochs): boolean =>
    code.length === 32 && timingSafeEqual(code, codeOfLastingParts(wrapping, other))
  if (isOf(parts)) return 'same'
  return isOf({ ...parts, eventCodes: undefined }) ? 'outdated' : 'different'
}
