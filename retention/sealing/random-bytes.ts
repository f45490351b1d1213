import { randomFillSync } from 'node:crypto'

const poolSize = 4096
const pool = Buffer.alloc(poolSize)
const used = { upTo: poolSize }

/**
 * Random bytes in a new buffer. They come from a pool that is filled in bulk, because generating twelve bytes costs as
 * much as generating thousands. Bytes that are given out are wiped from the pool.
 */
export const randomBytes = (length: number): Buffer => {
  if (used.upTo + length > poolSize) {
    randomFillSync(pool)
    used.upTo = 0
  }
  const from = used.upTo
  used.upTo += length
  const drawn = Buffer.alloc(length)
  pool.copy(drawn, 0, from, used.upTo)
  pool.fill(0, from, used.upTo)
  return drawn
}
