import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { ContentIsDamaged } from '../../domain/ports/scope-keys'
import { nonceLength, tagLength } from './aes-gcm'
import { cutIntoFrames, frameLength, isFrame } from './content-frames'
import { randomBytes } from './random-bytes'

const cipher = 'aes-256-gcm'
const options = { authTagLength: tagLength }
const saltLength = 32
const formatVersion = Buffer.of(1)
const headerLength = formatVersion.length + saltLength

/** The key of contents of a scope, and what else is authenticated with each of its contents. */
interface ContentKey {
  readonly key: KeyObject
  readonly additional: Uint8Array
}

/** Each content has a key of its own, so that the numbers of its frames can be its nonces. */
const keyOfContent = ({ key }: ContentKey, salt: Uint8Array): KeyObject =>
  createSecretKey(createHmac('sha256', key).update(salt).digest())

/** The number of the frame, and whether it is the last one: no frame can be moved, left out or put at the end. */
const nonceOf = (frame: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(nonceLength)
  nonce.writeUIntBE(frame, 0, 6)
  nonce.writeUInt8(isLast ? 1 : 0, nonceLength - 1)
  return nonce
}

/**
 * Encrypts a content: a byte with the version of the format, a random salt of 32 bytes, then frames of at most 64 kB, each
 * with its tag (AES-256-GCM).
 */
export async function* encryptContent<E>(
  contentKey: ContentKey,
  bytes: AsyncIterable<E | Uint8Array>,
): AsyncGenerator<E | Uint8Array> {
  const salt = randomBytes(saltLength)
  const key = keyOfContent(contentKey, salt)
  yield Buffer.concat([formatVersion, salt])
  let number = 0
  for await (const frame of cutIntoFrames(bytes, frameLength, frameLength)) {
    if (!isFrame(frame)) {
      yield frame
      return
    }
    const encrypting = createCipheriv(cipher, key, nonceOf(number, frame.isLast), options)
    encrypting.setAAD(contentKey.additional)
    yield Buffer.concat([encrypting.update(frame.bytes), encrypting.final(), encrypting.getAuthTag()])
    number += 1
  }
}

const decryptFrame = (key: KeyObject, additional: Uint8Array, nonce: Buffer, frame: Buffer): Buffer | undefined => {
  if (frame.length < tagLength) return undefined
  const decrypting = createDecipheriv(cipher, key, nonce, options)
  decrypting.setAAD(additional)
  decrypting.setAuthTag(frame.subarray(frame.length - tagLength))
  const plaintext = decrypting.update(frame.subarray(0, frame.length - tagLength))
  try {
    decrypting.final()
    return plaintext
  } catch {
    return undefined
  }
}

const damaged: ContentIsDamaged = { _tag: 'ContentIsDamaged' }

/** Decrypts what `encryptContent` encrypted. A piece that is not authentic is not passed on. */
export async function* decryptContent<E>(
  contentKey: ContentKey,
  bytes: AsyncIterable<E | Uint8Array>,
): AsyncGenerator<E | ContentIsDamaged | Uint8Array> {
  let key: KeyObject | undefined
  let number = 0
  for await (const frame of cutIntoFrames(bytes, headerLength, frameLength + tagLength)) {
    if (!isFrame(frame)) {
      yield frame
      return
    }
    if (key === undefined) {
      if (frame.isLast || frame.bytes[0] !== formatVersion[0]) {
        yield damaged
        return
      }
      key = keyOfContent(contentKey, frame.bytes.subarray(formatVersion.length))
      continue
    }
    const plaintext = decryptFrame(key, contentKey.additional, nonceOf(number, frame.isLast), frame.bytes)
    if (plaintext === undefined) {
      yield damaged
      return
    }
    yield plaintext
    number += 1
  }
}
