import { createSecretKey, type KeyObject } from 'node:crypto'

/** In Node 24, an HMAC or a cipher takes five times as long with a buffer as its key as with a KeyObject. */
const isSlowWithBuffers = process.versions.node.startsWith('24.')

/**
 * The key in the form that is fastest for ciphers and HMACs. The caller still wipes its buffer: a KeyObject is a copy
 * for one call, and OpenSSL overwrites that copy when it is collected, as it does with its own copy of a buffer.
 */
export const toKeyForCiphers: (key: Uint8Array) => Uint8Array | KeyObject = isSlowWithBuffers
  ? (key) => createSecretKey(key)
  : (key) => key
