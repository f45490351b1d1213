import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Corrupt } from '../../domain/ports/scope-keys'
import { scopeClassOfCode } from './scope-class-codes'
import { nonceLength, tagLength } from './aes-gcm'
import {
  commitmentLength,
  sealedPartListHeaderLength,
  sealedPartsLayoutVersion,
  sealedPartHeaderLength,
} from './encode-sealed-parts'
import { corruptPartError } from './open-sealed-part'
import type { SealedPart } from './sealed-part'

type Decoded = E.Either<Corrupt, ReadonlyArray<SealedPart>>

const readPart = (bytes: Buffer, from: number): SealedPart | undefined => {
  if (from + sealedPartHeaderLength + tagLength > bytes.length) return undefined
  const name = scopeClassOfCode(bytes.readUInt8(from))
  const nonceAt = from + 1 + commitmentLength
  const textAt = from + sealedPartHeaderLength
  const tagAt = textAt + bytes.readUInt32BE(textAt - 4)
  if (name === undefined || tagAt + tagLength > bytes.length) return undefined
  return {
    class: name,
    commitment: bytes.subarray(from + 1, nonceAt),
    nonce: bytes.subarray(nonceAt, nonceAt + nonceLength),
    bytes: bytes.subarray(textAt, tagAt),
    tag: bytes.subarray(tagAt, tagAt + tagLength),
  }
}

const readParts = (bytes: Buffer, count: number): Decoded => {
  const parts: Array<SealedPart> = []
  let at = sealedPartListHeaderLength
  while (parts.length < count) {
    const part = readPart(bytes, at)
    if (part === undefined) return E.left(corruptPartError('part cut short, or of an unknown class'))
    if (parts.some((other) => other.class === part.class)) return E.left(corruptPartError('class twice'))
    parts.push(part)
    at += sealedPartHeaderLength + part.bytes.length + tagLength
  }
  return at === bytes.length ? E.right(parts) : E.left(corruptPartError('bytes after the last part'))
}

/** Decodes the sealed bytes of an event. Corrupt unless the bytes are exactly what `encodeSealedParts` writes. */
export const decodeSealedParts = (sealed: Uint8Array): Decoded => {
  if (sealed.length === 0) return E.right([])
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const count = bytes[1] ?? 0
  if (bytes[0] !== sealedPartsLayoutVersion || count === 0) return E.left(corruptPartError('layout of another version'))
  return readParts(bytes, count)
}

/** The bytes of each sealed part of an event, from the code of its class to its tag. Corrupt as `decodeSealedParts`. */
export const bytesOfSealedParts = (sealed: Uint8Array): E.Either<Corrupt, ReadonlyArray<Uint8Array>> =>
  pipe(
    decodeSealedParts(sealed),
    E.map((parts) => {
      let end = sealedPartListHeaderLength
      return parts.map(({ bytes }) => {
        const start = end
        end += sealedPartHeaderLength + bytes.length + tagLength
        return sealed.subarray(start, end)
      })
    }),
  )
