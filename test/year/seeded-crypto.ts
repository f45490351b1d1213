import { makeSeededRandom } from '../forensic/simulation/seeded-random'

/**
 * The random functions of `node:crypto`, from a seed: a year then draws the same ids and keys each time. Which command draws
 * which of them depends on the order in which commands run. The tests of a year put them in place of the real ones.
 */

const source = { random: makeSeededRandom(0) }

/** Begins anew from a seed. */
export const seedRandomness = (seed: number): void => {
  source.random = makeSeededRandom(seed)
}

export const randomInt = (limit: number): number => source.random.below(limit)

/** Pseudo-random bytes (xorshift32). A year draws millions of them. */
export const randomFillSync = <B extends Uint8Array>(bytes: B): B => {
  let state = 1 + source.random.below(0x7fff_ffff)
  for (let at = 0; at < bytes.length; at += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[at] = state >>> 8
  }
  return bytes
}

export const randomBytes = (length: number): Buffer => randomFillSync(Buffer.alloc(length))

/** A UUID of version 4. */
export const randomUUID = (): string => {
  const bytes = randomBytes(16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
