import { createHmac, hash } from 'node:crypto'
import { cipherKey } from './cipher-key'
import { tuple } from './tuple'

/**
 * HKDF-Expand (RFC 5869) with SHA-512, one block: 64 bytes. A scope's key is 256 random bits, so the step that
 * extracts is not needed.
 */
const expand = (purpose: string): ((key: Uint8Array) => Buffer) => {
  const info = Buffer.concat([Buffer.from(`glemsom 1 ${purpose}`), Buffer.of(1)])
  return (key) => createHmac('sha512', cipherKey(key)).update(info).digest()
}

const forSealing = expand('seal and commit')
const forChildren = expand('wrap children')
const forIds = expand('ids')

export interface SealingKeys {
  /** 256 bits for AES-256-GCM. */
  readonly encryption: Buffer
  /** 256 bits that stand beside each ciphertext and bind it to this one key; they tell nothing of it. */
  readonly commitment: Buffer
}

/** What seals and opens the parts of one scope: both halves of one block, so one HMAC a scope. */
export const sealingKeys = (key: Uint8Array): SealingKeys => {
  const block = forSealing(key)
  return { encryption: block.subarray(0, 32), commitment: Buffer.from(block.subarray(32)) }
}

/** The key under which the keys of child scopes are wrapped. */
export const childWrappingKey = (key: Uint8Array): Buffer => forChildren(key).subarray(0, 32)

/** The key under which ids are derived. */
export const idKey = (key: Uint8Array): Buffer => forIds(key).subarray(0, 32)

/**
 * The fingerprint of a key, 16 bytes: a hash of its commitment. Anyone with the log can check that the key named in
 * a certificate is the one that sealed the scope's parts.
 */
export const fingerprintOf = (commitment: Uint8Array): Buffer =>
  hash('sha256', tuple(['glemsom 1 fingerprint', commitment]), 'buffer').subarray(0, 16)
