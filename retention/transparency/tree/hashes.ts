import { hash } from 'node:crypto'

/** The length of every hash of a tree, in bytes: SHA-256. */
export const hashLength = 32

/** The root of a tree without leaves (RFC 9162, section 2.1.1). */
export const rootOfEmptyTree: Uint8Array = hash('sha256', '', 'buffer')

/** The hash of a leaf record (RFC 9162, section 2.1.1). Text is UTF-8. */
export const hashLeaf = (record: string | Uint8Array): Buffer =>
  hash('sha256', typeof record === 'string' ? `\u0000${record}` : Buffer.concat([Buffer.of(0), record]), 'buffer')

/** The hash of two subtrees beside each other (RFC 9162, section 2.1.1). */
export const hashChildren = (left: Uint8Array, right: Uint8Array): Buffer => {
  const input = Buffer.allocUnsafe(1 + 2 * hashLength)
  input[0] = 1
  input.set(left, 1)
  input.set(right, 1 + hashLength)
  return hash('sha256', input, 'buffer')
}

/** The hash at a place of hashes that stand one after the other. */
export const hashAt = (hashes: Uint8Array, index: number): Uint8Array =>
  hashes.subarray(index * hashLength, (index + 1) * hashLength)
