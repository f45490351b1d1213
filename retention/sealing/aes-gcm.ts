import { createCipheriv, createDecipheriv } from 'node:crypto'
import { cipherKey } from './cipher-key'
import { randomBytes } from './random-bytes'

const cipher = 'aes-256-gcm'
const options = { authTagLength: 16 }

export const nonceLength = 12
export const tagLength = 16

/** A result of AES-256-GCM: 12 random bytes, as many bytes as were encrypted, and a tag of 16. */
export interface Ciphertext {
  readonly nonce: Uint8Array
  readonly bytes: Uint8Array
  readonly tag: Uint8Array
}

/** Encrypts under a random nonce, and authenticates the additional data. */
export const encrypt = (key: Uint8Array, additional: Uint8Array, plaintext: Uint8Array): Ciphertext => {
  const nonce = randomBytes(nonceLength)
  const encrypting = createCipheriv(cipher, cipherKey(key), nonce, options)
  encrypting.setAAD(additional)
  const bytes = encrypting.update(plaintext)
  encrypting.final()
  return { nonce, bytes, tag: encrypting.getAuthTag() }
}

/** The plaintext; undefined when key, additional data or ciphertext differ from those of the encryption. */
export const decrypt = (key: Uint8Array, additional: Uint8Array, ciphertext: Ciphertext): Buffer | undefined => {
  const decrypting = createDecipheriv(cipher, cipherKey(key), ciphertext.nonce, options)
  decrypting.setAAD(additional)
  decrypting.setAuthTag(ciphertext.tag)
  const plaintext = decrypting.update(ciphertext.bytes)
  try {
    decrypting.final()
    return plaintext
  } catch {
    plaintext.fill(0)
    return undefined
  }
}

/** Nonce, ciphertext and tag in one buffer. */
export const joinCiphertext = ({ nonce, bytes, tag }: Ciphertext): Buffer => Buffer.concat([nonce, bytes, tag])

/** Splits what `joinCiphertext` joined; undefined when there are too few bytes. */
export const splitCiphertext = (bytes: Uint8Array): Ciphertext | undefined =>
  bytes.length < nonceLength + tagLength
    ? undefined
    : {
        nonce: bytes.subarray(0, nonceLength),
        bytes: bytes.subarray(nonceLength, bytes.length - tagLength),
        tag: bytes.subarray(bytes.length - tagLength),
      }
