import { makeSeededRandom } from '../forensic/simulation/seeded-random'

/**
 * The random functions of `node:crypto`, from a seed: a year then draws the same ids and keys each time. Which command draws
 * which of them depends on the order in which commands run. The tests of a year put them in place of the real ones.
 */

const source = { random: makeSeededRandom(0), words: new Uint32Array([1, 2, 3, 4]) }

/** Begins anew from a seed. */
export const seedRandomness = (seed: number): void => {
  source.random = makeSeededRandom(seed)
  source.words = Uint32Array.from({ length: 4 }, () => 1 + source.random.below(0x7fff_ffff))
}

export const randomInt = (limit: number): number => source.random.below(limit)

/** The next 32 pseudo-random bits (xorshift128). Its period is so long that no two ids are the same. */
const nextWord = (): number => {
  const [x = 0, y = 0, z = 0, w = 0] = source.words
  const mixed = x ^ (x << 11)
  source.words.set([y, z, w, (w ^ (w >>> 19) ^ (mixed ^ (mixed >>> 8))) >>> 0])
  return source.words[3] ?? 0
}

/** Pseudo-random bytes. A year draws millions of them. */
export const randomFillSync = <B extends Uint8Array>(bytes: B): B => {
  let word = 0
  for (let at = 0; at < bytes.length; at += 1) {
    word = at % 4 === 0 ? nextWord() : word >>> 8
    bytes[at] = word
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
