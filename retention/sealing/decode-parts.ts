import * as E from 'fp-ts/Either'
import type { Corrupt } from '../../domain/ports/keys'
import { classOfCode } from './class-codes'
import { nonceLength, tagLength } from './gcm'
import { commitmentLength, headLength, layoutVersion, partHeadLength } from './layout'
import { corrupt } from './open-part'
import type { SealedPart } from './sealed-part'

type Decoded = E.Either<Corrupt, ReadonlyArray<SealedPart>>

const partAt = (bytes: Buffer, from: number): SealedPart | undefined => {
  if (from + partHeadLength + tagLength > bytes.length) return undefined
  const name = classOfCode(bytes.readUInt8(from))
  const nonceAt = from + 1 + commitmentLength
  const textAt = from + partHeadLength
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

const partsOf = (bytes: Buffer, count: number): Decoded => {
  const parts: Array<SealedPart> = []
  let at = headLength
  while (parts.length < count) {
    const part = partAt(bytes, at)
    if (part === undefined) return E.left(corrupt('part cut short, or of an unknown class'))
    if (parts.some((other) => other.class === part.class)) return E.left(corrupt('class twice'))
    parts.push(part)
    at += partHeadLength + part.bytes.length + tagLength
  }
  return at === bytes.length ? E.right(parts) : E.left(corrupt('bytes after the last part'))
}

/** The sealed parts in an event's sealed bytes; Corrupt unless the bytes are exactly what `encodeParts` writes. */
export const decodeParts = (sealed: Uint8Array): Decoded => {
  if (sealed.length === 0) return E.right([])
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const count = bytes[1] ?? 0
  if (bytes[0] !== layoutVersion || count === 0) return E.left(corrupt('layout of another version'))
  return partsOf(bytes, count)
}
