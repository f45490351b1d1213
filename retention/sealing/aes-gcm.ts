import { createCipheriv, createDecipheriv } from 'node:crypto'
import { toKeyForCiphers } from './to-key-for-ciphers'
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
  const encrypting = createCipheriv(cipher, toKeyForCiphers(key), nonce, options)
  encrypting.setAAD(additional)
  const bytes = encrypting.update(plaintext)
  encrypting.final()
  return { nonce, bytes, tag: encrypting.getAuthTag() }
}

/** The plaintext; undefined when key, additional data or ciphertext differ from those of the encryption. */
export const decrypt = (key: Uint8Array, additional: Uint8Array, ciphertext: Ciphertext): Buffer | undefined => {
  const decrypting = createDecipheriv(cipher, toKeyForCiphers(key), ciphertext.nonce, options)
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

const noKey = Buffer.alloc(32)
const noNonce = Buffer.alloc(nonceLength)

/**
 * Overwrites the copy of the output that Node leaves behind. Its cipher writes into a buffer that is one byte longer than
 * the output, copies the output, and frees the first buffer with what it holds. The allocator gives out a freed buffer of
 * a size again at the next request for this size, so another output of the same length overwrites it. Call it at once
 * after a key was encrypted or decrypted.
 */
const overwriteFreedOutput = (length: number): void => {
  const overwriting = createCipheriv(cipher, noKey, noNonce, options)
  overwriting.update(Buffer.alloc(length))
  overwriting.final()
}

/** Encrypts a key, in a buffer of its own. No copy of it, or of the result, stays in freed memory. */
export const encryptKey = (key: Uint8Array, additional: Uint8Array, plaintext: Uint8Array): Buffer => {
  const ciphertext = encrypt(key, additional, plaintext)
  overwriteFreedOutput(plaintext.length)
  return joinCiphertext(ciphertext)
}

/** Decrypts what `encryptKey` encrypted; undefined when it is not authentic. No copy of the key stays in freed memory. */
export const decryptKey = (key: Uint8Array, additional: Uint8Array, encrypted: Uint8Array): Buffer | undefined => {
  const ciphertext = splitCiphertext(encrypted)
  if (ciphertext === undefined) return undefined
  const plaintext = decrypt(key, additional, ciphertext)
  overwriteFreedOutput(ciphertext.bytes.length)
  return plaintext
}

/** Encrypts and decrypts keys: see `encryptKey` and `decryptKey`. */
export interface KeyWrapCiphers {
  readonly encrypt: typeof encryptKey
  readonly decrypt: typeof decryptKey
}

/** Leaves no copy of an output in freed memory. */
export const keyWrapCiphers: KeyWrapCiphers = { encrypt: encryptKey, decrypt: decryptKey }

/** Ciphers for many keys, one after the other. `finish` must be called at once after the last one. */
export interface BatchKeyCiphers extends KeyWrapCiphers {
  readonly finish: () => void
}

/**
 * For many keys: in freed memory an output is overwritten by the next one of the same length, so only the last one of
 * each length is overwritten here, by `finish`. That halves the number of cipher calls.
 */
export const createBatchKeyWrapCiphers = (): BatchKeyCiphers => {
  const lengths = new Set<number>()
  return {
    encrypt: (key, additional, plaintext) => {
      lengths.add(plaintext.length)
      return joinCiphertext(encrypt(key, additional, plaintext))
    },
    decrypt: (key, additional, encrypted) => {
      const ciphertext = splitCiphertext(encrypted)
      if (ciphertext === undefined) return undefined
      lengths.add(ciphertext.bytes.length)
      return decrypt(key, additional, ciphertext)
    },
    finish: () => lengths.forEach(overwriteFreedOutput),
  }
}

/** Nonce, ciphertext and tag in one buffer, which shares its memory with no other. The ciphertext given is wiped. */
export const joinCiphertext = ({ nonce, bytes, tag }: Ciphertext): Buffer => {
  const joined = Buffer.alloc(nonce.length + bytes.length + tag.length)
  joined.set(nonce)
  joined.set(bytes, nonce.length)
  joined.set(tag, nonce.length + bytes.length)
  bytes.fill(0)
  tag.fill(0)
  return joined
}

/** Splits what `joinCiphertext` joined; undefined when there are too few bytes. */
export const splitCiphertext = (bytes: Uint8Array): Ciphertext | undefined =>
  bytes.length < nonceLength + tagLength
    ? undefined
    : {
        nonce: bytes.subarray(0, nonceLength),
        bytes: bytes.subarray(nonceLength, bytes.length - tagLength),
        tag: bytes.subarray(bytes.length - tagLength),
      }
