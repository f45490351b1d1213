import { codeOfScopeClass } from './scope-class-codes'
import { nonceLength, tagLength } from './aes-gcm'
import type { SealedPart } from './sealed-part'

/**
 * The sealed bytes of an event:
 *
 *     1  version of this layout, 1
 *     1  number of parts, at least 1
 *     then for each part
 *       1  code of the scope's class
 *      32  commitment of the scope's key
 *      12  nonce
 *       4  length of the ciphertext, big-endian
 *       n  ciphertext
 *      16  tag
 *
 * An event without sealed parts has no sealed bytes at all.
 */
export const sealedPartsLayoutVersion = 1
export const commitmentLength = 32
export const sealedPartListHeaderLength = 2
export const sealedPartHeaderLength = 1 + commitmentLength + nonceLength + 4

const lengthOf = (part: SealedPart): number => sealedPartHeaderLength + part.bytes.length + tagLength

const writePart = (into: Buffer, from: number, part: SealedPart): number => {
  into[from] = codeOfScopeClass(part.class)
  into.set(part.commitment, from + 1)
  into.set(part.nonce, from + 1 + commitmentLength)
  into.writeUInt32BE(part.bytes.length, from + sealedPartHeaderLength - 4)
  into.set(part.bytes, from + sealedPartHeaderLength)
  into.set(part.tag, from + sealedPartHeaderLength + part.bytes.length)
  return from + lengthOf(part)
}

/** The sealed parts of an event as bytes. */
export const encodeSealedParts = (parts: ReadonlyArray<SealedPart>): Uint8Array => {
  if (parts.length === 0) return new Uint8Array(0)
  const bytes = Buffer.allocUnsafeSlow(
    parts.reduce((length, part) => length + lengthOf(part), sealedPartListHeaderLength),
  )
  bytes[0] = sealedPartsLayoutVersion
  bytes[1] = parts.length
  parts.reduce((at, part) => writePart(bytes, at, part), sealedPartListHeaderLength)
  return bytes
}
