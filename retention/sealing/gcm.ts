import { createCipheriv, createDecipheriv } from 'node:crypto'
import { cipherKey } from './cipher-key'
import { randomBytes } from './random-bytes'

const cipher = 'aes-256-gcm'
const options = { authTagLength: 16 }

export const nonceLength = 12
export const tagLength = 16

/** What AES-256-GCM leaves: 12 random bytes, as many bytes as were encrypted, and a tag of 16. */
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

/** The plaintext, or undefined when key, additional data or ciphertext is not the one that was used. */
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

/** Nonce, ciphertext and tag in one piece. */
export const joined = ({ nonce, bytes, tag }: Ciphertext): Buffer => Buffer.concat([nonce, bytes, tag])

/** The pieces again, or undefined when there are too few bytes for them. */
export const split = (bytes: Uint8Array): Ciphertext | undefined =>
  bytes.length < nonceLength + tagLength
    ? undefined
    : {
        nonce: bytes.subarray(0, nonceLength),
        bytes: bytes.subarray(nonceLength, bytes.length - tagLength),
        tag: bytes.subarray(bytes.length - tagLength),
      }
