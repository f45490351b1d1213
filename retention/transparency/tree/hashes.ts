import { hash } from 'node:crypto'

/** The length of every hash of a tree, in bytes: SHA-256. */
export const hashLength = 32

/** The root of a tree without leaves (RFC 9162, section 2.1.1). */
export const rootOfEmptyTree: Uint8Array = hash('sha256', '', 'buffer')

/** The hash of a leaf record (RFC 9162, section 2.1.1). Text is UTF-8. */
export const hashLeaf = (record: string | Uint8Array): Buffer =>
  hash('sha256', typeof record === 'string' ? `\u0000${record}` : Buffer.concat([Buffer.of(0), record]), 'buffer')

/**
 * Writes a SHA-256 to its place among others. As text of one byte a character: a buffer of its own for each hash would take
 * twice the time of the hash.
 */
const writeHash = (hashes: Buffer, index: number, input: string | Uint8Array): void => {
  hashes.write(hash('sha256', input, 'latin1'), index * hashLength, 'latin1')
}

/** The hashes of leaf records, one after the other. */
export const hashLeaves = (records: ReadonlyArray<string>): Buffer => {
  const hashes = Buffer.allocUnsafeSlow(records.length * hashLength)
  records.forEach((record, at) => writeHash(hashes, at, `\u0000${record}`))
  return hashes
}

/** The hashes of each two neighbours: half as many. */
export const hashPairs = (hashes: Uint8Array): Buffer => {
  const below = Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength)
  const above = Buffer.allocUnsafe(hashes.length / 2)
  const input = Buffer.allocUnsafe(1 + 2 * hashLength)
  input[0] = 1
  for (let at = 0; at < above.length / hashLength; at++) {
    below.copy(input, 1, 2 * at * hashLength, 2 * (at + 1) * hashLength)
    writeHash(above, at, input)
  }
  return above
}

/** The hash of two subtrees beside each other (RFC 9162, section 2.1.1). */
export const hashChildren = (left: Uint8Array, right: Uint8Array): Buffer => hashPairs(Buffer.concat([left, right]))

/** The hash at a place of hashes that stand one after the other. */
export const hashAt = (hashes: Uint8Array, index: number): Uint8Array =>
  hashes.subarray(index * hashLength, (index + 1) * hashLength)
