import { createHmac, hash } from 'node:crypto'
import { toKeyForCiphers } from './to-key-for-ciphers'
import { encodeTuple } from './encode-tuple'

/**
 * HKDF-Expand (RFC 5869) with SHA-512, one block: 64 bytes. A scope's key is 256 random bits, so the step that
 * extracts is not needed.
 */
const hkdfExpand = (purpose: string): ((key: Uint8Array) => Buffer) => {
  const info = Buffer.concat([Buffer.from(`glemsom 1 ${purpose}`), Buffer.of(1)])
  return (key) => createHmac('sha512', toKeyForCiphers(key)).update(info).digest()
}

const expandForSealing = hkdfExpand('seal and commit')
const expandForChildren = hkdfExpand('wrap children')
const expandForIds = hkdfExpand('ids')
const expandForContents = hkdfExpand('contents')
const expandForBackups = hkdfExpand('backup of persons')
const expandForShortTerm = hkdfExpand('short-term store')
const expandForEpochFingerprint = hkdfExpand('fingerprint of an epoch')

export interface SealingKeys {
  /** 256 bits for AES-256-GCM. */
  readonly encryption: Buffer
  /** 256 bits that are stored beside each ciphertext and bind it to this key. They reveal nothing of the key. */
  readonly commitment: Buffer
}

/** Derives the keys that seal and open the parts of one scope: the two halves of one block, so one HMAC for each scope. */
export const deriveSealingKeys = (key: Uint8Array): SealingKeys => {
  const block = expandForSealing(key)
  return { encryption: block.subarray(0, 32), commitment: Buffer.from(block.subarray(32)) }
}

/** Derives the key that wraps the keys of child scopes. */
export const deriveChildWrappingKey = (key: Uint8Array): Buffer => expandForChildren(key).subarray(0, 32)

/** Derives the key under which ids are derived. */
export const deriveIdKey = (key: Uint8Array): Buffer => expandForIds(key).subarray(0, 32)

/** Derives the key from which each content of a scope gets its own. */
export const deriveContentKey = (key: Uint8Array): Buffer => expandForContents(key).subarray(0, 32)

/**
 * The fingerprint of a key, 16 bytes: a hash of its commitment. Anyone with the log can check that the key named in
 * a certificate is the one that sealed the scope's parts.
 */
export const keyFingerprintOf = (commitment: Uint8Array): Buffer =>
  hash('sha256', encodeTuple(['glemsom 1 fingerprint', commitment]), 'buffer').subarray(0, 16)

/** Derives, from the wrapping key of an epoch, the key of 32 bytes that encrypts what a backup holds of *persons*. */
export const deriveBackupKey = (wrapping: Uint8Array): Buffer => expandForBackups(wrapping).subarray(0, 32)

/** Derives, from the wrapping key of an epoch, the key of 32 bytes of what the short-term store gets in it. */
export const deriveShortTermKey = (wrapping: Uint8Array): Buffer => expandForShortTerm(wrapping).subarray(0, 32)

/** 16 bytes that tell the wrapping keys of two epochs apart, and reveal nothing of either. */
export const epochFingerprintOf = (wrapping: Uint8Array): Buffer => expandForEpochFingerprint(wrapping).subarray(0, 16)
