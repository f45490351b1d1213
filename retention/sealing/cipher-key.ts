import { createSecretKey, type KeyObject } from 'node:crypto'

/** Node 24 takes five times as long for an HMAC or a cipher whose key is a buffer as for one whose key is a KeyObject. */
const isSlowWithBuffers = process.versions.node.startsWith('24.')

/**
 * A key as Node's ciphers and HMACs take it fastest. The caller's buffer stays the one that is wiped: a KeyObject is a
 * copy for one call, and OpenSSL overwrites it when it is collected, as it does with its own copy of a buffer.
 */
export const cipherKey: (key: Uint8Array) => Uint8Array | KeyObject = isSlowWithBuffers
  ? (key) => createSecretKey(key)
  : (key) => key
